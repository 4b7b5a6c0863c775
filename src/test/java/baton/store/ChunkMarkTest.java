// SPDX-License-Identifier: Apache-2.0
package baton.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class ChunkMarkTest {

    private static final String HEAD = "chunk:5,len:1,pages:2,max:1c0,map:3,root:14000,time:2f,version:5,toc:1a0";

    @Test
    void aChangedByteAnywhereIsNoticed() {
        ByteBuffer chunk = chunk(60);
        mark(chunk).put(chunk, 4, 4);
        for (int place : new int[] {9, 70, 134, 500, 4_095}) {
            chunk.put(place, (byte) (chunk.get(place) ^ 1));
            assertThat(ChunkMark.at(chunk).filter(mark -> mark.fits(chunk)))
                    .as("byte %d", place)
                    .isEmpty();
            chunk.put(place, (byte) (chunk.get(place) ^ 1));
        }
        assertThat(mark(chunk).fits(chunk)).isTrue();
    }

    @Test
    void whatALaterWriteCalledSafeIsNotChecked() {
        ByteBuffer chunk = chunk(60);
        mark(chunk).put(chunk, 4, 3);
        assertThat(mark(chunk).safe()).isEqualTo(3);
        assertThat(mark(chunk).isToBeChecked(4)).isTrue();
        assertThat(mark(chunk).isToBeChecked(5)).isFalse();
    }

    /** H2 writes a chunk it moves with the version it had. */
    @Test
    void whatWasMovedIsAlwaysChecked() {
        ByteBuffer marked = chunk(60);
        mark(marked).put(marked, 4, 3);
        mark(marked).put(marked, 9, 8);
        assertThat(mark(marked).isToBeChecked(9)).isTrue();
        assertThat(mark(marked).fits(marked)).isTrue();
        ByteBuffer ofAnOlderRelease = chunk(60);
        mark(ofAnOlderRelease).put(ofAnOlderRelease, 9, 8);
        assertThat(mark(ofAnOlderRelease).isToBeChecked(9)).isTrue();
        assertThat(mark(ofAnOlderRelease).fits(ofAnOlderRelease)).isTrue();
    }

    @Test
    void withoutRoomInItsHeadAChunkStaysAsItIs() {
        ByteBuffer chunk = chunk(5);
        mark(chunk).put(chunk, 4, 3);
        assertThat(chunk).isEqualTo(chunk(5));
        assertThat(mark(chunk).isToBeChecked(0)).isFalse();
    }

    @Test
    void whatOnlyLooksLikeAHeadIsNone() {
        for (String text : new String[] {
            "chunk:\n", "chunk:1,len:zz,version:1\n", "chunk:1,version:2\n", "H:2,block:2\n", "chunk:1,len:1"
        }) {
            assertThat(ChunkMark.at(ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1))))
                    .as(text)
                    .isEmpty();
        }
    }

    private static ByteBuffer chunk(int room) {
        byte[] bytes = new byte[4_096];
        byte[] head = (HEAD + " ".repeat(room) + "\n").getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(head, 0, bytes, 0, head.length);
        return ByteBuffer.wrap(bytes);
    }

    private static ChunkMark mark(ByteBuffer chunk) {
        return ChunkMark.at(chunk).orElseThrow();
    }
}
