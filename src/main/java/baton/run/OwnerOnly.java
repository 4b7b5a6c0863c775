// SPDX-License-Identifier: Apache-2.0
package baton.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/**
 * Keeps what secrets lie in to the account that owns it (SPEC.md R3), whatever the umask: folders {@code rwx------}, files
 * {@code rw-------}. Any thread.
 */
public final class OwnerOnly {
    private static final String FOLDER = "rwx------";
    private static final String FILE = "rw-------";

    private OwnerOnly() {}

    /** Makes it, and what is missing above it. One that is there stays as it is; a file system without POSIX rights gives its own. */
    public static Path folder(Path folder) throws IOException {
        if (Files.isDirectory(folder) || !knowsRights(folder)) {
            return Files.createDirectories(folder);
        }
        return Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(FOLDER)));
    }

    /** Makes an empty file; refuses with {@link java.nio.file.FileAlreadyExistsException} where there is one. */
    public static Path file(Path file) throws IOException {
        return knowsRights(file)
                ? Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(FILE)))
                : Files.createFile(file);
    }

    /** Takes every other account's rights on a file or folder that is there away, on Windows too. */
    public static void close(Path path) throws IOException {
        PosixFileAttributeView posix = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (posix != null) {
            posix.setPermissions(PosixFilePermissions.fromString(Files.isDirectory(path) ? FOLDER : FILE));
            return;
        }
        AclFileAttributeView acl = Files.getFileAttributeView(path, AclFileAttributeView.class);
        if (acl != null) {
            acl.setAcl(List.of(AclEntry.newBuilder()
                    .setType(AclEntryType.ALLOW)
                    .setPrincipal(acl.getOwner())
                    .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                    .build()));
        }
    }

    /**
     * The same for a file that something else made, where there are POSIX rights; elsewhere nothing. One sentence when it keeps its rights: it is another
     * account's, or its file system knows none of its own.
     */
    public static Optional<String> narrow(Path file) {
        try {
            if (knowsRights(file)) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(FILE));
            }
            return Optional.empty();
        } catch (IOException refused) {
            return Optional.of("The rights on " + file + " stay as they are: " + refused);
        }
    }

    /**
     * One sentence, with the command that mends it, when other accounts have rights on what is there. A group may have some on what
     * belongs to another account: by them this one reads it.
     */
    static Optional<String> complaint(Path path) {
        if (!knowsRights(path) || !Files.exists(path)) {
            return Optional.empty();
        }
        try {
            String whose = isOurs(path) ? "go" : "o";
            boolean isOpen = Files.getPosixFilePermissions(path).stream().anyMatch(right -> isOf(whose, right));
            return isOpen
                    ? Optional.of("Other accounts of this machine may read " + path + "; close it: chmod " + whose
                            + "-rwx '" + path.toAbsolutePath() + "'")
                    : Optional.empty();
        } catch (IOException untold) {
            return Optional.of("Who may read " + path + " cannot be found out: " + untold.getMessage());
        }
    }

    private static boolean isOurs(Path path) throws IOException {
        return Files.getOwner(path).getName().equals(System.getProperty("user.name"));
    }

    private static boolean isOf(String whose, PosixFilePermission right) {
        return switch (right) {
            case OWNER_READ, OWNER_WRITE, OWNER_EXECUTE -> false;
            case GROUP_READ, GROUP_WRITE, GROUP_EXECUTE -> whose.contains("g");
            case OTHERS_READ, OTHERS_WRITE, OTHERS_EXECUTE -> true;
        };
    }

    private static boolean knowsRights(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
