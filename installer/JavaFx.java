// SPDX-License-Identifier: Apache-2.0

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * JavaFX as modules of the image's own Java, as its makers want it: from the class path it complains at each start, for which Java sets up its logging and
 * looks through all jars, and takes its native libraries out of a jar, copies and checks them; 0.1 s of a start together.
 */
final class JavaFx {

    /** Requires the other two. */
    static final String MODULE = "javafx.controls";

    private static final Pattern NAME = Pattern.compile("javafx-[a-z]+-.*\\.jar");

    /** Maven has two of each: one for the platform, and an empty one that leads to it. */
    private static final Pattern FOR_PLATFORM = Pattern.compile("javafx-[a-z]+-.*-(linux|mac|win)[a-z0-9-]*\\.jar");

    private static final Pattern LIBRARY = Pattern.compile("[^/]+\\.(so|dylib|dll)");

    private final Path jars;

    /** {@code jars}: a folder with all of the program's. */
    JavaFx(Path jars) {
        this.jars = jars;
    }

    /** Java's option with the rights that JavaFX has on a class path. */
    static String asModule(String option) {
        return option.replace("--enable-native-access=ALL-UNNAMED", "--enable-native-access=ALL-UNNAMED,javafx.graphics");
    }

    /** For a module path. */
    String path() throws IOException {
        return ours().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    /** Copies everything else into that new folder, and answers it. */
    Path others(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(jars)) {
            files = all.filter(file -> Files.isRegularFile(file) && !isNamed(file, NAME)).toList();
        }
        for (Path file : files) {
            Path copy = folder.resolve(jars.relativize(file));
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
        }
        return folder;
    }

    /** Puts the native libraries where JavaFX looks first (its {@code NativeLibLoader}): the same place as in JavaFX's own modules. */
    void putLibraries(Path runtime) throws IOException {
        boolean isWindows = System.getProperty("os.name").startsWith("Windows");
        Path folder = Files.createDirectories(isWindows ? runtime.resolve("bin").resolve("javafx") : runtime.resolve("lib"));
        for (Path jar : ours().toList()) {
            try (JarFile file = new JarFile(jar.toFile())) {
                List<JarEntry> libraries = file.stream()
                        .filter(entry -> LIBRARY.matcher(entry.getName()).matches())
                        .toList();
                for (JarEntry library : libraries) {
                    put(file.getInputStream(library), folder.resolve(library.getName()));
                }
            }
        }
    }

    private static void put(InputStream library, Path place) throws IOException {
        try (library) {
            Files.copy(library, place, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private Stream<Path> ours() throws IOException {
        return list().filter(jar -> isNamed(jar, FOR_PLATFORM));
    }

    private Stream<Path> list() throws IOException {
        try (Stream<Path> files = Files.list(jars)) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        }
    }

    private static boolean isNamed(Path jar, Pattern name) {
        return name.matcher(jar.getFileName().toString()).matches();
    }
}
