// SPDX-License-Identifier: Apache-2.0
package baton.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
final class OwnerOnlyTest {
    @TempDir
    private Path folder;

    @Test
    void aNewFolderIsClosedWithWhatIsMadeAboveIt() throws IOException {
        Path inner = OwnerOnly.folder(folder.resolve("above").resolve("data"));
        assertThat(rights(inner)).isEqualTo("rwx------");
        assertThat(rights(inner.getParent())).isEqualTo("rwx------");
    }

    @Test
    void aFolderThatIsThereKeepsItsRights() throws IOException {
        Path there = open(Files.createDirectory(folder.resolve("data")), "rwxr-x--x");
        assertThat(OwnerOnly.folder(there)).isEqualTo(there);
        assertThat(rights(there)).isEqualTo("rwxr-x--x");
    }

    @Test
    void aNewFileIsClosedAndOneThatIsThereIsNotTouched() throws IOException {
        Path file = OwnerOnly.file(folder.resolve("secrets"));
        assertThat(rights(file)).isEqualTo("rw-------");
        assertThatThrownBy(() -> OwnerOnly.file(file)).isInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void whatIsThereCanBeClosed() throws IOException {
        Path file = open(Files.createFile(folder.resolve("file")), "rw-rw-r--");
        OwnerOnly.close(file);
        assertThat(rights(file)).isEqualTo("rw-------");
        Path inner = open(Files.createDirectory(folder.resolve("inner")), "rwxrwxrwx");
        OwnerOnly.close(inner);
        assertThat(rights(inner)).isEqualTo("rwx------");
        assertThat(OwnerOnly.narrow(open(file, "rw-r--r--"))).isEmpty();
        assertThat(rights(file)).isEqualTo("rw-------");
        assertThat(OwnerOnly.narrow(folder.resolve("not there")))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("not there stay as they are"));
    }

    @Test
    void whatOthersMayReadIsNamedWithTheCommandThatClosesIt() throws IOException {
        Path file = open(Files.createFile(folder.resolve("hub.properties")), "rw-r-----");
        assertThat(OwnerOnly.complaint(file))
                .hasValueSatisfying(
                        sentence -> assertThat(sentence).contains("may read " + file, "chmod go-rwx '" + file + "'"));
        assertThat(OwnerOnly.complaint(open(file, "rw-------"))).isEmpty();
        assertThat(OwnerOnly.complaint(folder.resolve("not there"))).isEmpty();
    }

    private static Path open(Path path, String rights) throws IOException {
        return Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(rights));
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
