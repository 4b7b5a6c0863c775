// SPDX-License-Identifier: Apache-2.0
package baton.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.h2.store.fs.FilePath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written over is written after everything before it is safe; what is only added costs no force of the disk. */
final class OrderedPathTest {

    private static final int BLOCK = 4_096;
    private static final String GOODBYE = "H:2,block:2,chunk:1,clean:1,version:1,fletcher:1\n";

    @TempDir
    private Path folder;

    @Test
    void theDiskIsForcedBeforeAnythingIsOverwritten() throws IOException {
        FaultyDisk disk = new FaultyDisk(7);
        String place = OrderedPath.to(FaultyPath.put(folder, disk));
        try (FileChannel file = FilePath.get(place + "/file").open("rw")) {
            write(file, 0);
            write(file, 1);
            assertThat(disk.forces()).as("after the first besides the head").isEqualTo(1);
            write(file, 2);
            assertThat(disk.forces()).as("after adding").isEqualTo(1);
            write(file, 1);
            assertThat(disk.forces()).as("after overwriting").isEqualTo(2);
            file.force(false);
            write(file, 1);
            assertThat(disk.forces()).as("after overwriting when all is safe").isEqualTo(3);
            file.truncate(BLOCK);
            assertThat(disk.forces()).as("after cutting off").isEqualTo(4);
        }
    }

    /** The head of a file in use is looked at again after a cut; one that says all is well is believed. */
    @Test
    void theHeadOfTheFileWaitsForTheDiskOnlyIfItSaysThatAllIsWell() throws IOException {
        FaultyDisk disk = new FaultyDisk(7);
        String place = OrderedPath.to(FaultyPath.put(folder, disk));
        try (FileChannel file = FilePath.get(place + "/file").open("rw")) {
            write(file, 2);
            int before = disk.forces();
            file.write(head("H:2,block:2,chunk:1,version:1,fletcher:1\n"), 0);
            assertThat(disk.forces()).as("after a pointer").isEqualTo(before);
            file.write(head(GOODBYE), 0);
            assertThat(disk.forces()).as("after a goodbye").isEqualTo(before + 1);
        }
    }

    @Test
    void aFileThatIsWrittenAgainSaysNoMoreThatItWasClosedInOrder() throws IOException {
        FilePath path = FilePath.get(OrderedPath.to(FaultyPath.put(folder, new FaultyDisk(7))) + "/file");
        try (FileChannel file = path.open("rw")) {
            file.write(head(GOODBYE), 0);
        }
        assertThat(Aftermath.saysClosedInOrder(read(path))).as("as it was left").isTrue();
        try (FileChannel file = path.open("rw")) {
            write(file, 2);
        }
        assertThat(Aftermath.saysClosedInOrder(read(path))).as("in use again").isFalse();
    }

    private static ByteBuffer read(FilePath path) throws IOException {
        try (InputStream bytes = path.newInputStream()) {
            return ByteBuffer.wrap(bytes.readNBytes(Aftermath.HEAD));
        }
    }

    private static ByteBuffer head(String text) {
        ByteBuffer head = ByteBuffer.allocate(2 * BLOCK);
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return head.put(0, bytes).put(BLOCK, bytes);
    }

    private static void write(FileChannel file, int block) throws IOException {
        file.write(ByteBuffer.allocate(BLOCK), (long) block * BLOCK);
    }
}
