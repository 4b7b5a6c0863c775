// SPDX-License-Identifier: Apache-2.0
package baton.whatsapp;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** A JSON body with every UTF-16 unit beyond ASCII as a lower-case escape; Meta may have signed that form (WHATSAPP.md 1.2). */
final class EscapedBody {
    private static final int CHUNK = 8192;
    private static final int LONGEST_ESCAPE = 6;
    private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private EscapedBody() {}

    static boolean isNeededFor(byte[] body) {
        for (byte b : body) {
            if (b < 0) {
                return true;
            }
        }
        return false;
    }

    /** Hands the escaped form over in chunks: an unsigned body of 4 MB must not cost six times its size. */
    static void write(byte[] body, Consumer<ByteBuffer> to) {
        String text = new String(body, StandardCharsets.UTF_8);
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
        for (int i = 0; i < text.length(); i++) {
            append(text.charAt(i), chunk);
            if (chunk.remaining() < LONGEST_ESCAPE) {
                flush(chunk, to);
            }
        }
        flush(chunk, to);
    }

    private static void append(char unit, ByteBuffer chunk) {
        if (unit < 0x80) {
            chunk.put((byte) unit);
            return;
        }
        chunk.put((byte) '\\').put((byte) 'u');
        for (int shift = 12; shift >= 0; shift -= 4) {
            chunk.put(DIGITS[(unit >> shift) & 0xf]);
        }
    }

    private static void flush(ByteBuffer chunk, Consumer<ByteBuffer> to) {
        to.accept(chunk.flip());
        chunk.clear();
    }
}
