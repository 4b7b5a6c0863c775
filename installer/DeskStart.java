// SPDX-License-Identifier: Apache-2.0

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** What Java does at the start of a desk for nothing, taken out of the image's files. Both are told in docs/adr/0018. */
final class DeskStart {

    /** A manifest that says no more is read at once. */
    private static final long SHORT = 300;

    private static final String PROVIDER = "security.provider.";
    private static final String WANTED = "SunJCE";

    private DeskStart() {}

    /**
     * Java reads the manifest of each jar of the class path before {@code main}, and of what makers of libraries write there for other tools (OSGi, Gradle, Maven)
     * needs nothing. Jars that are signed keep theirs, whose lines the signature is about. {@code jars}: a folder of them.
     */
    static void shortenManifests(Path jars) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(jars)) {
            files = all.filter(file -> file.toString().endsWith(".jar")).toList();
        }
        for (Path file : files) {
            try (FileSystem jar = FileSystems.newFileSystem(file)) {
                Path manifest = jar.getPath("META-INF", "MANIFEST.MF");
                if (Files.exists(manifest) && Files.size(manifest) > SHORT && !isSigned(manifest.getParent())) {
                    shorten(manifest);
                }
            }
        }
    }

    private static boolean isSigned(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> file.toString().endsWith(".SF"));
        }
    }

    private static void shorten(Path file) throws IOException {
        Attributes was;
        try (InputStream in = Files.newInputStream(file)) {
            was = new Manifest(in).getMainAttributes();
        }
        Manifest lean = new Manifest();
        lean.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        for (Attributes.Name kept : List.of(Attributes.Name.MULTI_RELEASE, Attributes.Name.MAIN_CLASS)) {
            if (was.containsKey(kept)) {
                lean.getMainAttributes().put(kept, was.get(kept));
            }
        }
        try (OutputStream out = Files.newOutputStream(file)) {
            lean.write(out);
        }
    }

    /**
     * Java makes its providers of cryptography in their order until it comes to the one that is asked for: a desk asks for the ciphers to decrypt its first page, and has
     * no use for signatures and elliptic curves before. They come after the ciphers now, and none of them has a name in common with another.
     */
    static void putCiphersFirst(Path runtime) throws IOException {
        Path settings = runtime.resolve("conf").resolve("security").resolve("java.security");
        List<String> lines = new ArrayList<>(Files.readAllLines(settings));
        List<String> names = lines.stream()
                .filter(line -> line.startsWith(PROVIDER))
                .map(line -> line.substring(line.indexOf('=') + 1).strip())
                .toList();
        if (!names.contains(WANTED)) {
            throw new IllegalStateException("This Java names no provider " + WANTED + " in " + settings);
        }
        Iterator<String> order =
                Stream.concat(Stream.of(names.getFirst(), WANTED), names.stream()).distinct().iterator();
        lines.replaceAll(line -> line.startsWith(PROVIDER) ? line.substring(0, line.indexOf('=') + 1) + order.next() : line);
        Files.write(settings, lines);
    }
}
