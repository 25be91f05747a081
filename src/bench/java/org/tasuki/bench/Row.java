package org.tasuki.bench;

/**
 * One line of the table: ours beside a peer's, measured in the same run on the same machine and server.
 *
 * @param size how much there was of it: cases, open tasks, timers
 * @param ratio above 1 when ours is better
 */
record Row(String name, long size, int threads, double ours, double peer, String peerName, double ratio, String unit) {

    /** More is better, as of cases a second. */
    static Row rate(String name, long size, int threads, double ours, double peer, String peerName, String unit) {
        return new Row(name, size, threads, ours, peer, peerName, ours / peer, unit);
    }

    /** Less is better, as of milliseconds. */
    static Row time(String name, long size, int threads, double ours, double peer, String peerName, String unit) {
        return new Row(name, size, threads, ours, peer, peerName, peer / ours, unit);
    }
}
