package org.tasuki.launch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.tasuki.terms.Text;

/** The folder that keeps the demo office between starts ({@code TASUKI_DATA}); one process at a time holds it. */
final class DataFolder implements AutoCloseable {

    private static final long ROOM_NEEDED = 300L * 1024 * 1024;

    private final Path path;
    private final FileChannel lock;

    private DataFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    static DataFolder open(Path folder) {
        Path path = folder.toAbsolutePath().normalize();
        try {
            PrivateFiles.createFolder(path);
            FileChannel channel =
                    FileChannel.open(path.resolve("tasuki.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw inUse(path);
            }
            refuseFullDisk(path);
            return new DataFolder(path, channel);
        } catch (IOException e) {
            throw notWritable(path, e);
        }
    }

    Path path() {
        return path;
    }

    /** Releases the lock; the operating system does the same for a process that was killed. */
    @Override
    public void close() throws IOException {
        lock.close();
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    private static void refuseFullDisk(Path path) throws IOException {
        if (Files.getFileStore(path).getUsableSpace() < ROOM_NEEDED) {
            throw new StartRefused(new Text(
                    "データフォルダー %s のディスクの空きが足りません（300 MB 以上必要です）。".formatted(path),
                    "The disk of the data folder %s is full (300 MB or more are needed).".formatted(path)));
        }
    }

    private static StartRefused inUse(Path path) {
        return new StartRefused(new Text(
                "データフォルダー %s は別の Tasuki が使用中です。先にそれを終了するか、TASUKI_DATA で別のフォルダーを指定してください。".formatted(path),
                "The data folder %s is in use by another Tasuki. Stop that one, or name another folder in TASUKI_DATA."
                        .formatted(path)));
    }

    private static StartRefused notWritable(Path path, IOException cause) {
        return new StartRefused(
                new Text(
                        "データフォルダー %s に書き込めません。権限を確認するか、TASUKI_DATA で別のフォルダーを指定してください。".formatted(path),
                        "The data folder %s cannot be written. Check its permissions, or name another folder in TASUKI_DATA."
                                .formatted(path)),
                cause);
    }
}
