// SPDX-License-Identifier: Apache-2.0

import atlantafx.base.controls.Popover;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Control;

/**
 * A theme of AtlantaFX without its rules for controls that the program has not, and for looks that nothing asks for: 1,030 of its 1,300 selectors, which
 * JavaFX would read at each start and hold against every label and icon. A control belongs to the program if its classes name it, or its style class by itself; a
 * look (a style class that is no control's) is asked for if it stands in a class of the program, or of a library that it comes to; the program does not put names of looks and
 * colours together of parts.
 */
final class LeanTheme {
    private static final List<String> PACKAGES =
            List.of("javafx.scene.control.", "javafx.scene.chart.", "atlantafx.base.controls.");

    /** What other controls are made of. */
    private static final Set<String> PARTS = Set.of(
            "Button", "Cell", "ContextMenu", "CustomMenuItem", "IndexedCell", "Label", "ListCell", "ListView", "Menu", "MenuItem", "ScrollBar",
            "ScrollPane", "Separator", "SeparatorMenuItem", "TextField", "ToggleButton", "Tooltip");

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern RULE = Pattern.compile("([^{}]+)(\\{[^{}]*})");
    private static final Pattern COLOUR_NAMED = Pattern.compile("(?<![a-z0-9-])(-color-[a-z0-9-]+)\\s*:[^;}]*;");
    private static final Pattern COLOUR_ASKED = Pattern.compile("(?<![a-z0-9-])-color-[a-z0-9-]++(?!\\s*:)");
    private static final Pattern STYLE_CLASS = Pattern.compile("\\.([a-z][a-z0-9-]*)");

    private final String program;
    private final Set<String> libraries;
    private final String sheets;
    private final Set<String> used;

    private LeanTheme(String program, Set<String> libraries, String sheets) {
        this.program = program;
        this.libraries = libraries;
        this.sheets = sheets;
        this.used = Stream.concat(PARTS.stream(), named()).collect(Collectors.toSet());
    }

    /** {@code classes}: the folder of the program's. */
    static LeanTheme of(Path classes) throws IOException {
        try (FileSystem nodes = jar(Node.class);
                FileSystem controls = jar(Control.class);
                FileSystem more = jar(Popover.class)) {
            Reach reach = Reach.into(List.of(nodes.getPath("/"), controls.getPath("/"), more.getPath("/")));
            return new LeanTheme(text(classes, ".class"), reach.texts(classes), text(classes, ".css"));
        }
    }

    private static FileSystem jar(Class<?> type) throws IOException {
        URL jar = type.getProtectionDomain().getCodeSource().getLocation();
        return FileSystems.newFileSystem(Path.of(URI.create(jar.toString())));
    }

    private static String text(Path folder, String kind) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(kind) && !isMade(path)).toList()) {
                all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }

    /** By an earlier build. */
    private static boolean isMade(Path file) {
        return file.getFileName().toString().startsWith("theme-");
    }

    /** Writes what is left of {@code theme}, a file on the class path. */
    void write(String theme, Path target) throws IOException {
        try (InputStream bytes = Objects.requireNonNull(LeanTheme.class.getResourceAsStream(theme), theme)) {
            String text = new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
            String rules = RULE.matcher(COMMENT.matcher(text).replaceAll(""))
                    .results()
                    .flatMap(rule -> kept(rule).stream())
                    .collect(Collectors.joining("\n"));
            String lean = withoutUnusedColours(rules);
            Files.writeString(target, "/* From " + theme + " of AtlantaFX (MIT License, Copyright (c) 2022 mkpaz). */\n" + lean + "\n");
        }
    }

    /** Without the names that no rule, sheet or class of ours asks for. */
    private String withoutUnusedColours(String rules) {
        Set<String> asked = Stream.of(rules, sheets, program)
                .flatMap(text -> COLOUR_ASKED.matcher(text).results())
                .map(MatchResult::group)
                .collect(Collectors.toSet());
        return COLOUR_NAMED.matcher(rules).replaceAll(named -> asked.contains(named.group(1)) ? Matcher.quoteReplacement(named.group()) : "");
    }

    private Optional<String> kept(MatchResult rule) {
        String selectors = Arrays.stream(rule.group(1).split(","))
                .map(String::strip)
                .filter(this::isForUs)
                .collect(Collectors.joining(", "));
        return Optional.of(selectors + " " + rule.group(2)).filter(_ -> !selectors.isEmpty());
    }

    private boolean isForUs(String selector) {
        return STYLE_CLASS.matcher(selector).results().map(found -> found.group(1)).allMatch(this::isKnown);
    }

    private boolean isKnown(String styleClass) {
        return isLiteral(styleClass)
                || (isMadeByLibraries(styleClass) && control(styleClass).map(used::contains).orElse(true));
    }

    /** Whose style class that is: {@code table-view} a TableView's, and so is {@code table-view-header}. */
    private static Optional<String> control(String styleClass) {
        String rest = styleClass;
        while (!rest.isEmpty()) {
            String name = Arrays.stream(rest.split("-"))
                    .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                    .collect(Collectors.joining());
            if (found(name).isPresent()) {
                return Optional.of(name);
            }
            rest = rest.contains("-") ? rest.substring(0, rest.lastIndexOf('-')) : "";
        }
        return Optional.empty();
    }

    private static Optional<Class<?>> found(String name) {
        for (String place : PACKAGES) {
            try {
                return Optional.of(Class.forName(place + name, false, LeanTheme.class.getClassLoader()));
            } catch (ClassNotFoundException elsewhere) {
                // The next one may have it.
            }
        }
        return Optional.empty();
    }

    /** Controls whose names stand in the classes, and what they inherit. */
    private Stream<String> named() {
        String packages = PACKAGES.stream().map(each -> each.replace('.', '/')).collect(Collectors.joining("|"));
        Set<String> names = new HashSet<>();
        Pattern.compile("(?:" + packages + ")([A-Z][A-Za-z]*)").matcher(program).results()
                .map(name -> found(name.group(1)))
                .flatMap(Optional::stream)
                .forEach(type -> {
                    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
                        names.add(each.getSimpleName());
                    }
                });
        return names.stream();
    }

    /** As it stands, or before a number ({@code default-color3}), which class files write as a 1 (the documentation of {@code StringConcatFactory}). */
    private boolean isMadeByLibraries(String styleClass) {
        return libraries.contains(styleClass) || libraries.contains(styleClass.replaceFirst("[0-9]+$", "\1"));
    }

    /** Whether that stands in a class of the program as a text of its own, as class files write it (the Java Virtual Machine Specification, 4.4.7). */
    private boolean isLiteral(String text) {
        return program.contains("\1" + (char) 0 + (char) text.length() + text);
    }
}
