// SPDX-License-Identifier: Apache-2.0
package baton.console;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * WhatsApp's own markup, read as a phone reads it: <code>*bold* _italic_ ~struck~ `code`</code> and blocks in three backticks. A sign
 * counts only where a word begins and ends; addresses are never cut by it. Pure.
 */
public final class Markup {
    /** How a stretch is drawn. */
    public enum Style {
        BOLD,
        ITALIC,
        STRUCK,
        MONO
    }

    /** A stretch of one look; the signs themselves are gone. */
    public record Span(String text, Set<Style> styles, Optional<Link> link) {
        public Span {
            styles = Set.copyOf(styles);
        }
    }

    private static final String BLOCK = "```";

    /** Those of {@link #style}. */
    private static final String SIGNS = "*_~`";

    private final String text;
    private final List<Link.Found> links;
    private final List<Span> spans = new ArrayList<>();

    private Markup(String text) {
        this.text = text;
        this.links = Link.in(text);
    }

    /** The words alone, as a list shows them in one line. */
    public static String plain(String text) {
        return text.chars().noneMatch(Markup::isSign) ? text : joined(read(text));
    }

    private static boolean isSign(int character) {
        return SIGNS.indexOf(character) >= 0;
    }

    private static String joined(List<Span> spans) {
        return spans.stream().map(Span::text).collect(Collectors.joining());
    }

    public static List<Span> read(String text) {
        var markup = new Markup(text);
        markup.read(0, text.length(), EnumSet.noneOf(Style.class));
        return List.copyOf(markup.spans);
    }

    private void read(int from, int to, EnumSet<Style> styles) {
        int plain = from;
        int at = from;
        while (at < to) {
            Optional<Marked> marked = marked(at, to);
            if (marked.isEmpty()) {
                at = after(at);
            } else {
                addPlain(plain, at, styles);
                inside(marked.get(), styles);
                at = marked.get().end();
                plain = at;
            }
        }
        addPlain(plain, to, styles);
    }

    /** An address is passed over whole. */
    private int after(int at) {
        return links.stream()
                .filter(link -> link.from() == at)
                .findFirst()
                .map(Link.Found::to)
                .orElse(at + 1);
    }

    private void inside(Marked marked, EnumSet<Style> outer) {
        EnumSet<Style> styles = EnumSet.copyOf(outer);
        styles.add(marked.style());
        if (marked.style() == Style.MONO) {
            spans.add(new Span(text.substring(marked.from(), marked.to()), styles, Optional.empty()));
        } else {
            read(marked.from(), marked.to(), styles);
        }
    }

    private Optional<Marked> marked(int at, int to) {
        if (text.startsWith(BLOCK, at)) {
            return block(at, to).or(() -> signed(at, to));
        }
        return signed(at, to);
    }

    private Optional<Marked> block(int at, int to) {
        int close = text.indexOf(BLOCK, at + BLOCK.length());
        boolean isBlock = close > at + BLOCK.length() && close + BLOCK.length() <= to;
        return isBlock
                ? Optional.of(new Marked(Style.MONO, at + BLOCK.length(), close, close + BLOCK.length()))
                : Optional.empty();
    }

    private Optional<Marked> signed(int at, int to) {
        Optional<Style> style = style(text.charAt(at));
        if (style.isEmpty() || !opens(at, to)) {
            return Optional.empty();
        }
        int close = close(at, to);
        return close < 0 ? Optional.empty() : Optional.of(new Marked(style.get(), at + 1, close, close + 1));
    }

    private boolean opens(int at, int to) {
        boolean startsWord = at == 0 || !isWord(text.charAt(at - 1));
        return startsWord && at + 1 < to && !Character.isWhitespace(text.charAt(at + 1)) && !isSign(at, at + 1);
    }

    private boolean isSign(int sign, int at) {
        return text.charAt(at) == text.charAt(sign);
    }

    /** The sign that ends what began at {@code at}, in the same line; -1 if there is none. */
    private int close(int at, int to) {
        for (int next = at + 1; next < to && text.charAt(next) != '\n'; next = after(next)) {
            if (isSign(at, next) && closes(at, next, to)) {
                return next;
            }
        }
        return -1;
    }

    private boolean closes(int open, int at, int to) {
        boolean endsWord = at + 1 >= to || (!isWord(text.charAt(at + 1)) && !isSign(open, at + 1));
        return at > open + 1 && endsWord && !Character.isWhitespace(text.charAt(at - 1));
    }

    private void addPlain(int from, int to, Set<Style> styles) {
        int at = from;
        for (Link.Found found : links) {
            if (found.from() >= at && found.to() <= to) {
                addText(at, found.from(), styles, Optional.empty());
                addText(found.from(), found.to(), styles, Optional.of(found.link()));
                at = found.to();
            }
        }
        addText(at, to, styles, Optional.empty());
    }

    private void addText(int from, int to, Set<Style> styles, Optional<Link> link) {
        if (from < to) {
            spans.add(new Span(text.substring(from, to), styles, link));
        }
    }

    private static Optional<Style> style(char sign) {
        return switch (sign) {
            case '*' -> Optional.of(Style.BOLD);
            case '_' -> Optional.of(Style.ITALIC);
            case '~' -> Optional.of(Style.STRUCK);
            case '`' -> Optional.of(Style.MONO);
            default -> Optional.empty();
        };
    }

    private static boolean isWord(char character) {
        return Character.isLetterOrDigit(character);
    }

    private record Marked(Style style, int from, int to, int end) {}
}
