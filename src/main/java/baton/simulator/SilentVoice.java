// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A voice note in which nobody speaks: mono Opus in an Ogg container, as recorded by a phone. */
final class SilentVoice {
    private static final int SERIAL = 0x0ba7;
    private static final int SAMPLES_PER_FRAME = 960;
    private static final int FRAMES_PER_SECOND = 50;

    /** One 20 ms frame of silence (wideband, mono). */
    private static final byte[] SILENCE = {(byte) 0xf8, (byte) 0xff, (byte) 0xfe};

    private SilentVoice() {}

    /** At most 5 seconds: all frames go into one page. */
    static byte[] seconds(int seconds) {
        int frames = Math.min(250, seconds * FRAMES_PER_SECOND);
        var out = new ByteArrayOutputStream();
        out.writeBytes(page(2, 0, 0, head(), 1));
        out.writeBytes(page(0, 0, 1, tags(), 1));
        out.writeBytes(page(4, (long) frames * SAMPLES_PER_FRAME, 2, silence(frames), frames));
        return out.toByteArray();
    }

    private static byte[] head() {
        return ByteBuffer.allocate(19)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(ascii("OpusHead"))
                .put((byte) 1)
                .put((byte) 1)
                .putShort((short) 312)
                .putInt(48_000)
                .putShort((short) 0)
                .put((byte) 0)
                .array();
    }

    private static byte[] tags() {
        byte[] vendor = ascii("invented");
        return ByteBuffer.allocate(16 + vendor.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(ascii("OpusTags"))
                .putInt(vendor.length)
                .put(vendor)
                .putInt(0)
                .array();
    }

    private static byte[] silence(int frames) {
        byte[] all = new byte[frames * SILENCE.length];
        for (int i = 0; i < frames; i++) {
            System.arraycopy(SILENCE, 0, all, i * SILENCE.length, SILENCE.length);
        }
        return all;
    }

    /** An Ogg page of equally long packets, each shorter than 255 bytes. */
    private static byte[] page(int flags, long position, int number, byte[] content, int packets) {
        byte[] lengths = new byte[packets];
        Arrays.fill(lengths, (byte) (content.length / packets));
        ByteBuffer page = ByteBuffer.allocate(27 + packets + content.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(ascii("OggS"))
                .put((byte) 0)
                .put((byte) flags)
                .putLong(position)
                .putInt(SERIAL)
                .putInt(number)
                .putInt(0)
                .put((byte) packets)
                .put(lengths)
                .put(content);
        page.putInt(22, checksum(page.array()));
        return page.array();
    }

    /** Ogg's own cyclic check: polynomial 04c11db7, no reflection, nothing inverted. */
    private static int checksum(byte[] page) {
        int sum = 0;
        for (byte next : page) {
            sum ^= next << 24;
            for (int bit = 0; bit < 8; bit++) {
                sum = sum < 0 ? (sum << 1) ^ 0x04c11db7 : sum << 1;
            }
        }
        return sum;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
