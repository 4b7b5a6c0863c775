// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads multipart/form-data bodies by their bytes. */
final class Multipart {
    /** One part; {@code contentType} and {@code fileName} are empty where not given. */
    record Part(String name, String fileName, String contentType, Bytes content) {
        String text() {
            return new String(content.array(), StandardCharsets.UTF_8).strip();
        }
    }

    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAME = Pattern.compile("[; ]name=\"([^\"]*)\"", Pattern.CASE_INSENSITIVE);
    private static final Pattern FILE = Pattern.compile("filename=\"([^\"]*)\"", Pattern.CASE_INSENSITIVE);
    private static final Pattern TYPE = Pattern.compile("content-type:\\s*([^\\r\\n]+)", Pattern.CASE_INSENSITIVE);

    private Multipart() {}

    /** The parts by name; empty when the content type names no boundary. */
    static Optional<Map<String, Part>> parse(String contentType, byte[] body) {
        Matcher boundary = BOUNDARY.matcher(contentType);
        if (!contentType.startsWith("multipart/form-data") || !boundary.find()) {
            return Optional.empty();
        }
        var parts = new LinkedHashMap<String, Part>();
        byte[] mark = ("--" + boundary.group(1).strip()).getBytes(StandardCharsets.ISO_8859_1);
        int start = find(body, mark, 0);
        while (start >= 0) {
            int next = find(body, mark, start + mark.length);
            if (next >= 0) {
                part(body, start + mark.length + 2, next - 2).ifPresent(part -> parts.put(part.name(), part));
            }
            start = next;
        }
        return Optional.of(parts);
    }

    private static Optional<Part> part(byte[] body, int from, int to) {
        int gap = find(body, "\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1), from);
        if (gap < 0 || gap + 4 > to) {
            return Optional.empty();
        }
        String head = new String(body, from, gap - from, StandardCharsets.UTF_8);
        String name = match(NAME, head);
        Bytes content = Bytes.of(Arrays.copyOfRange(body, gap + 4, to));
        return name.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Part(name, match(FILE, head), match(TYPE, head).strip(), content));
    }

    private static String match(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static int find(byte[] body, byte[] mark, int from) {
        for (int i = from; i <= body.length - mark.length; i++) {
            if (body[i] == mark[0] && Arrays.equals(body, i, i + mark.length, mark, 0, mark.length)) {
                return i;
            }
        }
        return -1;
    }
}
