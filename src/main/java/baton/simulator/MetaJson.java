// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;

/** JSON as it leaves Meta: pure ASCII, non-ASCII as lowercase {@code \}{@code uXXXX}, {@code /} as {@code \/} (Cloud API 1.2). */
final class MetaJson {
    private static final String HEX = "0123456789abcdef";

    private MetaJson() {}

    static Bytes of(JsonNode node) {
        return Bytes.of(escape(Json.write(node)).getBytes(StandardCharsets.US_ASCII));
    }

    /** Outside strings JSON has neither slashes nor non-ASCII characters, so the whole text can be gone over without parsing. */
    static String escape(String json) {
        var out = new StringBuilder(json.length() + 32);
        for (int i = 0; i < json.length(); i++) {
            append(out, json.charAt(i));
        }
        return out.toString();
    }

    private static void append(StringBuilder out, char c) {
        if (c == '/') {
            out.append("\\/");
        } else if (c < 0x7f) {
            out.append(c);
        } else {
            out.append("\\u");
            for (int shift = 12; shift >= 0; shift -= 4) {
                out.append(HEX.charAt((c >> shift) & 0xf));
            }
        }
    }
}
