// SPDX-License-Identifier: Apache-2.0
package baton.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;

/**
 * The head of a chunk (what H2 writes at once) and what is added to it: a sum over the chunk, the newest version that was safe on the disk by
 * then, and whether H2 moved the chunk later. It stands in the unused room before the end of the head's line, where H2 passes over keys it does not
 * know. H2 itself looks at head and foot only, so that a chunk with a hole between them, of which a power cut left both ends, would pass for whole.
 */
final class ChunkMark {

    /** In bytes: chunks begin and end at its multiples. */
    static final int BLOCK = 4_096;

    /** In bytes: H2 looks no further. */
    static final int LONGEST_HEAD = 1_024;

    private static final int HEX = 16;
    private static final String SUM = "sum";
    private static final String SAFE = "safe";
    private static final String MOVED = "moved";

    /** The line without its end. */
    private final String line;

    private final Map<String, String> keys;

    private ChunkMark(String line) {
        this.line = line;
        this.keys = DataUtils.parseMap(line.stripTrailing());
    }

    /** The head at the beginning of these bytes; empty if no chunk begins here. */
    static Optional<ChunkMark> at(ByteBuffer beginning) {
        byte[] first = new byte[Math.min(LONGEST_HEAD, beginning.remaining())];
        beginning.get(beginning.position(), first);
        String text = new String(first, StandardCharsets.ISO_8859_1);
        int end = text.indexOf('\n');
        if (end < 0 || !text.startsWith("chunk:")) {
            return Optional.empty();
        }
        try {
            ChunkMark mark = new ChunkMark(text.substring(0, end));
            return mark.bytes() > 0 && mark.version() > 0 ? Optional.of(mark) : Optional.empty();
        } catch (MVStoreException | NumberFormatException looksLikeOne) {
            return Optional.empty();
        }
    }

    /** Length of the chunk, in bytes. */
    long bytes() {
        return number("len") * BLOCK;
    }

    /** Of the store with this chunk. */
    long version() {
        return number("version");
    }

    /** All chunks up to this version were on the disk before this one was written; 0 if nobody knew. */
    long safe() {
        return number(SAFE);
    }

    /** Whether it tells its sum and is not known to be on the disk whole: {@code safe} is the newest version that is. */
    boolean isToBeChecked(long safe) {
        return keys.containsKey(SUM) && (keys.containsKey(MOVED) || version() > safe);
    }

    /**
     * Adds to the head of this chunk, whose head this is, what there is room for. {@code newest}: the newest version written so far, {@code safe}: the newest
     * on the disk, each 0 if nobody knows.
     */
    void put(ByteBuffer chunk, long newest, long safe) {
        String moved = version() <= newest ? "," + MOVED + ":1" : "";
        if (!keys.containsKey(SUM)) {
            add(chunk, "," + SUM + ":" + sum(chunk) + "," + SAFE + ":" + Long.toHexString(safe) + moved);
        } else if (!keys.containsKey(MOVED)) {
            add(chunk, "," + MOVED + ":1");
        }
    }

    private void add(ByteBuffer chunk, String entry) {
        int end = line.stripTrailing().length();
        if (end + entry.length() <= line.length()) {
            chunk.put(chunk.position() + end, entry.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    /** Whether the sum is the one of this chunk, whose head this is. */
    boolean fits(ByteBuffer chunk) {
        return sum(chunk).equals(keys.get(SUM));
    }

    /** Over all bytes, as if what is added to the head were blank. */
    private String sum(ByteBuffer chunk) {
        int added = line.indexOf("," + SUM + ":");
        int from = added < 0 ? line.stripTrailing().length() : added;
        byte[] blank = new byte[line.length() - from];
        Arrays.fill(blank, (byte) ' ');
        CRC32C sum = new CRC32C();
        sum.update(chunk.slice(chunk.position(), from));
        sum.update(blank);
        sum.update(chunk.slice(chunk.position() + line.length(), chunk.remaining() - line.length()));
        return HexFormat.of().toHexDigits((int) sum.getValue());
    }

    private long number(String key) {
        return Long.parseLong(keys.getOrDefault(key, "0"), HEX);
    }
}
