// SPDX-License-Identifier: Apache-2.0
package baton.console;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address in a message and where it truly leads. {@code host}: the real host in its wire form, empty for mail and phone; {@code
 * isMasked}: what is written lets one think of another host (a name before an @, letters of other scripts).
 */
public record Link(URI address, String host, boolean isMasked) {

    /** A link and its place in the text, end excluded. */
    public record Found(int from, int to, Link link) {}

    private static final Pattern CANDIDATE = Pattern.compile("(?i)(?<web>\\b(?:https?://|www\\.)[^\\s<>\"]+)"
        + "|(?<mail>\\b[\\p{L}\\p{N}._%+-]+@[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+\\b)"
        + "|(?<bare>\\b(?:[\\p{L}\\p{N}-]+\\.)+(?:com|net|org|io|co|kr|jp|id|in|br|mx|de|uk|es|pt|shop|store|app|me|ly|gle|info)\\b(?:/[^\\s<>\"]*)?)|(?<phone>(?<![\\p{L}\\p{N}+])\\+\\d[\\d"
        + " ()-]{7,17}\\d(?![\\p{L}\\p{N}]))");
    private static final String TRAILING = ".,;:!?'\u2019\u201d)]}*_~\u3002\u3001";

    /** All addresses in the text, in order. */
    public static List<Found> in(String text) {
        var found = new ArrayList<Found>();
        Matcher candidates = CANDIDATE.matcher(text);
        while (candidates.find()) {
            int to = end(text, candidates.start(), candidates.end());
            of(candidates, text.substring(candidates.start(), to))
                    .ifPresent(link -> found.add(new Found(candidates.start(), to, link)));
        }
        return List.copyOf(found);
    }

    /** Stops before what belongs to the sentence; a closing bracket stays if it was opened inside. */
    private static int end(String text, int from, int to) {
        int end = to;
        while (end > from && TRAILING.indexOf(text.charAt(end - 1)) >= 0 && !closesInside(text, from, end)) {
            end--;
        }
        return end;
    }

    private static boolean closesInside(String text, int from, int end) {
        String written = text.substring(from, end);
        return written.endsWith(")") && count(written, '(') >= count(written, ')');
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(character -> character == wanted).count();
    }

    private static Optional<Link> of(Matcher candidate, String written) {
        if (candidate.group("mail") != null) {
            return uri("mailto:" + written).map(address -> new Link(address, "", false));
        }
        if (candidate.group("phone") != null) {
            return uri("tel:" + written.replaceAll("[ ()-]", "")).map(address -> new Link(address, "", false));
        }
        boolean hasScheme = written.regionMatches(true, 0, "http", 0, 4);
        return web(hasScheme ? written : "https://" + written);
    }

    private static Optional<Link> web(String written) {
        String rest = written.substring(written.indexOf("://") + 3);
        int pathAt = firstOf(rest, "/?#");
        String authority = rest.substring(0, pathAt);
        String named = authority.substring(authority.lastIndexOf('@') + 1);
        String host = named.contains(":") ? named.substring(0, named.indexOf(':')) : named;
        Optional<String> real = ascii(host);
        String scheme = written.substring(0, written.indexOf("://") + 3).toLowerCase(Locale.ROOT);
        return real.flatMap(wire -> uri(scheme + authority.replace(host, wire) + escaped(rest.substring(pathAt)))
                .map(address -> new Link(address, wire, authority.contains("@") || !wire.equalsIgnoreCase(host))));
    }

    private static int firstOf(String text, String characters) {
        return characters.chars().map(text::indexOf).filter(at -> at >= 0).min().orElse(text.length());
    }

    private static Optional<String> ascii(String host) {
        try {
            String wire = IDN.toASCII(host, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
            return wire.contains(".") || wire.equals("localhost") ? Optional.of(wire) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Letters that an address may not hold as they are. */
    private static String escaped(String path) {
        var escaped = new StringBuilder();
        for (byte unit : path.getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
            char character = (char) (unit & 0xff);
            boolean isPlain = character > ' ' && character < 0x7f && "<>\"{}|\\^`[]".indexOf(character) < 0;
            escaped.append(isPlain ? String.valueOf(character) : "%%%02X".formatted((int) character));
        }
        return escaped.toString();
    }

    private static Optional<URI> uri(String text) {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
