package org.tasuki.guard;

import java.util.Arrays;

/** Whoever has one IPv6 address has millions: the network of one customer, /64, counts as one. Tomcat writes all eight groups out. */
final class Network {

    private static final int GROUPS = 4;

    private Network() {}

    static String of(String address) {
        String[] groups = address.split(":");
        return groups.length <= GROUPS ? address : String.join(":", Arrays.copyOf(groups, GROUPS));
    }
}
