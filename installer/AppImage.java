// SPDX-License-Identifier: Apache-2.0

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes a program with a Java of its own for the machine it runs on: {@code java AppImage.java PROGRAM VERSION ICON OUTPUT}.
 * PROGRAM is the folder that {@code mvn package} leaves. Two steps: jpackage puts runtime and jars together, then one rehearsal
 * of the whole program, without a screen, fills the cache of loaded and linked classes that later starts begin with.
 */
final class AppImage {

    private static final String NAME = "Baton";

    /** The server, in the same image: it runs for weeks, so Java may take its time to make it fast. */
    private static final String HUB = "BatonHub";

    /**
     * For a start of two seconds it is dear to compile at once all that was worth it in the rehearsal: a third of a second. Only here, where it is sure which Java
     * it is: another may not know this option.
     */
    private static final List<String> NO_REPLAY = List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTReplayTraining");

    private final Path program;
    private final String version;
    private final Path icon;
    private final Path output;

    private AppImage(String[] words) {
        program = Path.of(words[0]);
        version = words[1];
        icon = Path.of(words[2]);
        output = Path.of(words[3]);
    }

    public static void main(String[] words) throws IOException, InterruptedException {
        if (words.length != 4) {
            throw new IllegalArgumentException("Needs PROGRAM VERSION ICON OUTPUT");
        }
        new AppImage(words).make();
    }

    private void make() throws IOException, InterruptedException {
        clear();
        assemble();
        Path cache = inApp("baton.aot");
        rehearse(cache);
        useFromNowOn(cache);
        verify();
        Files.delete(output.resolve("hub.properties"));
        System.out.println("baton image ready: " + launcher(NAME).toAbsolutePath());
    }

    private void clear() throws IOException {
        if (Files.exists(output)) {
            try (Stream<Path> old = Files.walk(output)) {
                for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        Files.createDirectories(output);
    }

    private void assemble() throws IOException {
        List<String> words = new ArrayList<>(List.of("--type", "app-image", "--name", NAME, "--app-version", version));
        words.addAll(List.of("--input", program.resolve("lib").toString(), "--main-jar", "baton-" + version + ".jar"));
        words.addAll(List.of("--main-class", "baton.Baton", "--arguments", "console"));
        words.addAll(List.of("--dest", output.toString()));
        List<String> desk = new ArrayList<>(options("java.options"));
        desk.addAll(options("desk.options"));
        desk.addAll(NO_REPLAY);
        desk.forEach(option -> words.addAll(List.of("--java-options", option)));
        words.addAll(List.of("--add-launcher", HUB + "=" + hubLauncher()));
        words.addAll(List.of("--add-modules", modules()));
        // jpackage would leave out the runtime's own java, which the rehearsal needs to write the cache.
        words.addAll(List.of("--jlink-options", "--strip-debug --no-header-files --no-man-pages"));
        if (platform() == Platform.LINUX) {
            words.addAll(List.of("--icon", icon.toString())); // the others want formats of their own
        }
        int code = ToolProvider.findFirst("jpackage")
                .orElseThrow(() -> new IllegalStateException("This JDK has no jpackage: use a full JDK"))
                .run(System.out, System.err, words.toArray(String[]::new));
        if (code != 0) {
            throw new IllegalStateException("jpackage ended with " + code);
        }
    }

    /**
     * What jpackage takes by itself, and all of Java's providers of cryptography: OkHttp has Java list them, and one that the runtime's settings name and
     * that is not there is looked for among all jars, which costs half a second of every start.
     */
    private static String modules() {
        return ModuleFinder.ofSystem().findAll().stream()
                .map(ModuleReference::descriptor)
                .filter(module -> module.exports().stream().anyMatch(exports -> !exports.isQualified())
                        || module.provides().stream().anyMatch(service -> service.service().equals("java.security.Provider")))
                .map(ModuleDescriptor::name)
                .collect(Collectors.joining(","));
    }

    private Path hubLauncher() throws IOException {
        Path file = output.resolve("hub.properties");
        List<String> lines =
                List.of("arguments=hub", "java-options=" + String.join(" ", options("java.options")), "win-console=true");
        return Files.write(file, lines);
    }

    /** The same as the launchers give. */
    private List<String> options(String file) throws IOException {
        return Files.readAllLines(program.resolve("bin").resolve(file)).stream()
                .filter(line -> line.startsWith("-"))
                .toList();
    }

    /** It has every part of the program in one process, and ends by itself. */
    private void rehearse(Path cache) throws IOException, InterruptedException {
        ProcessBuilder rehearsal = new ProcessBuilder(launcher(HUB).toString(), "rehearse");
        rehearsal.environment()
                .put("JAVA_TOOL_OPTIONS", "-XX:AOTCacheOutput=" + cache + " -Xlog:aot=error -Dglass.platform=Headless -Dprism.order=sw");
        run(rehearsal.inheritIO(), 180);
        if (!Files.exists(cache)) {
            throw new IllegalStateException("The rehearsal left no cache at " + cache);
        }
    }

    private void useFromNowOn(Path cache) throws IOException {
        use(cache, inApp(NAME + ".cfg"));
        use(cache, inApp(HUB + ".cfg"));
    }

    private static void use(Path cache, Path settings) throws IOException {
        List<String> lines = Files.readAllLines(settings);
        int place = lines.indexOf("[JavaOptions]") + 1;
        if (place == 0) {
            throw new IllegalStateException("The image's settings have no section for Java's options");
        }
        lines.add(place, "java-options=-XX:AOTCache=$APPDIR/" + cache.getFileName());
        Files.write(settings, lines, StandardOpenOption.TRUNCATE_EXISTING);
    }

    /** A cache that does not fit is complained about at the start: then the image is not handed out. */
    private void verify() throws IOException, InterruptedException {
        verify(launcher(NAME));
        verify(launcher(HUB));
    }

    private static void verify(Path launcher) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(launcher.toString(), "--help").redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0 || said.contains("[aot]") || !said.contains("baton hub")) {
            throw new IllegalStateException("The image does not start as it should: " + said);
        }
    }

    private static void run(ProcessBuilder command, int seconds) throws IOException, InterruptedException {
        Process process = command.start();
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("It did not end within " + seconds + " s: " + command.command());
        }
        if (process.exitValue() != 0) {
            throw new IllegalStateException("It ended with " + process.exitValue() + ": " + command.command());
        }
    }

    private enum Platform {
        LINUX,
        MAC,
        WINDOWS
    }

    private static Platform platform() {
        String name = System.getProperty("os.name");
        return name.startsWith("Windows") ? Platform.WINDOWS : name.startsWith("Mac") ? Platform.MAC : Platform.LINUX;
    }

    private Path launcher(String name) {
        return switch (platform()) {
            case LINUX -> output.resolve(NAME, "bin", name);
            case MAC -> output.resolve(NAME + ".app", "Contents", "MacOS", name);
            case WINDOWS -> output.resolve(NAME, name + ".exe");
        };
    }

    private Path inApp(String file) {
        return switch (platform()) {
            case LINUX -> output.resolve(NAME, "lib", "app", file);
            case MAC -> output.resolve(NAME + ".app", "Contents", "app", file);
            case WINDOWS -> output.resolve(NAME, "app", file);
        };
    }
}
