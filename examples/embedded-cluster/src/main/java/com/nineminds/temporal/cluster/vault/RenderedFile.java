package com.nineminds.temporal.cluster.vault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

/** Writes a file so that no reader ever sees half of it. */
final class RenderedFile {
    private static final int DEFAULT_MODE = 0644;

    private RenderedFile() {}

    /** @param permissions octal such as {@code 0600}, empty for 0644 */
    static void write(Path file, String contents, String permissions) throws IOException {
        Files.createDirectories(file.getParent());
        Path next = Files.createTempFile(file.getParent(), ".", ".next");
        try {
            Files.writeString(next, contents, StandardCharsets.UTF_8);
            permit(next, permissions.isEmpty() ? DEFAULT_MODE : Integer.parseInt(permissions, 8));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(next);
        }
    }

    private static void permit(Path file, int mode) throws IOException {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        Set<PosixFilePermission> granted = EnumSet.noneOf(PosixFilePermission.class);
        PosixFilePermission[] all = PosixFilePermission.values();
        for (int i = 0; i < all.length; i++) {
            if ((mode & (1 << (all.length - 1 - i))) != 0) {
                granted.add(all[i]);
            }
        }
        Files.setPosixFilePermissions(file, granted);
    }
}
