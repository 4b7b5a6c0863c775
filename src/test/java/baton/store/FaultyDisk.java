// SPDX-License-Identifier: Apache-2.0
package baton.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A disk as an operating system shows it: what was written can be read at once, but only what was forced is sure to be there
 * after the power went. Keeps every write since the last force with what stood there before, so that a cut can take back any
 * of them. It can be full as well, and have room again. Safe from any thread.
 */
final class FaultyDisk {

    private static final int SECTOR = 4_096;

    /** One change of a file: {@code before} and {@code after} from {@code at}, and the file's lengths. */
    private static final class Change {
        private final long at;
        private final byte[] before;
        private final byte[] after;
        private final long lengthBefore;
        private final long lengthAfter;

        Change(long at, byte[] before, byte[] after, long lengthBefore, long lengthAfter) {
            this.at = at;
            this.before = before;
            this.after = after;
            this.lengthBefore = lengthBefore;
            this.lengthAfter = lengthAfter;
        }
    }

    /** What happens when the disk is asked for something, before it does it or refuses. */
    interface Forcing {
        void now() throws IOException;
    }

    private final Map<Path, List<Change>> unforced = new HashMap<>();
    private final Random chance;
    private long writesLeft = Long.MAX_VALUE;
    private boolean dead;
    private boolean full;
    private int forces;
    private int writes;
    private Forcing forcing = () -> {};
    private Forcing refusing = () -> {};

    FaultyDisk(long seed) {
        this.chance = new Random(seed);
    }

    /** The power goes with the write after so many more. */
    synchronized void cutAfter(long writes) {
        writesLeft = writes;
    }

    synchronized boolean isDead() {
        return dead;
    }

    synchronized void fill() {
        full = true;
    }

    synchronized void makeRoom() {
        full = false;
    }

    synchronized void whenForced(Forcing next) {
        forcing = next;
    }

    /** What happens when a full disk is written to, before it refuses. */
    synchronized void whenRefused(Forcing next) {
        refusing = next;
    }

    synchronized int forces() {
        return forces;
    }

    synchronized int writes() {
        return writes;
    }

    synchronized void write(FileChannel file, Path path, long at, ByteBuffer bytes) throws IOException {
        check();
        if (full) {
            refusing.now();
            throw new IOException("No space left on device");
        }
        byte[] after = new byte[bytes.remaining()];
        bytes.get(after);
        long length = file.size();
        note(path, new Change(at, read(file, at, after.length), after, length, Math.max(length, at + after.length)));
        put(file, at, after);
        writes++;
        if (writesLeft-- <= 0) {
            cut();
            check();
        }
    }

    synchronized void truncate(FileChannel file, Path path, long to) throws IOException {
        check();
        long length = file.size();
        if (to < length) {
            note(path, new Change(to, read(file, to, (int) (length - to)), new byte[0], length, to));
            file.truncate(to);
        }
    }

    synchronized void force(FileChannel file, Path path) throws IOException {
        check();
        forcing.now();
        file.force(false);
        unforced.remove(path);
        forces++;
    }

    private void check() throws IOException {
        if (dead) {
            throw new IOException("The power is gone");
        }
    }

    private void note(Path path, Change change) {
        unforced.computeIfAbsent(path, _ -> new ArrayList<>()).add(change);
    }

    /**
     * The power goes: no write comes through any more, and of those that were not forced only some have reached the disk. A disk
     * may write in any order, of one write too: it may break off at a sector's edge, or leave out sectors in the middle.
     */
    private void cut() {
        dead = true;
        unforced.forEach(this::lose);
        unforced.clear();
    }

    private void lose(Path path, List<Change> changes) {
        boolean inOrder = chance.nextBoolean();
        int kept = chance.nextInt(changes.size() + 1);
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            for (Change change : changes.reversed()) {
                put(file, change.at, change.before);
                file.truncate(change.lengthBefore);
            }
            for (int i = 0; i < changes.size(); i++) {
                if (inOrder ? i < kept : chance.nextBoolean()) {
                    redo(file, changes.get(i), inOrder ? i == kept - 1 : chance.nextInt(4) == 0);
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void redo(FileChannel file, Change change, boolean torn) throws IOException {
        byte[] after = change.after;
        if (change.lengthAfter < change.lengthBefore && file.size() > change.lengthAfter) {
            file.truncate(change.lengthAfter);
        }
        int sectors = (after.length + SECTOR - 1) / SECTOR;
        BitSet there = torn ? torn(sectors) : all(sectors);
        for (int sector = there.nextSetBit(0); sector >= 0; sector = there.nextSetBit(sector + 1)) {
            int from = sector * SECTOR;
            put(file, change.at + from, Arrays.copyOfRange(after, from, Math.min(after.length, from + SECTOR)));
        }
    }

    /** The sectors that were written of a write that was not finished. */
    private BitSet torn(int sectors) {
        BitSet there = all(sectors);
        if (chance.nextBoolean()) {
            there.clear(chance.nextInt(sectors + 1), sectors);
        } else {
            for (int holes = 1 + chance.nextInt(3); holes > 0 && sectors > 0; holes--) {
                there.clear(chance.nextInt(sectors));
            }
        }
        return there;
    }

    private static BitSet all(int sectors) {
        BitSet there = new BitSet(sectors);
        there.set(0, sectors);
        return there;
    }

    private static byte[] read(FileChannel file, long at, int length) throws IOException {
        int there = (int) Math.max(0, Math.min(length, file.size() - at));
        ByteBuffer bytes = ByteBuffer.allocate(there);
        while (bytes.hasRemaining() && file.read(bytes, at + bytes.position()) >= 0) {
            // until all is read
        }
        return bytes.array();
    }

    private static void put(FileChannel file, long at, byte[] bytes) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
            file.write(rest, at + rest.position());
        }
    }
}
