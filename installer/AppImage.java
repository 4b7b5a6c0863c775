// SPDX-License-Identifier: Apache-2.0

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes a program with a Java of its own for the machine it runs on: {@code java AppImage.java PROGRAM VERSION ICON OUTPUT}.
 * PROGRAM is the folder that {@code mvn package} leaves. Two steps: jpackage puts runtime and jars together, then rehearsals
 * without a screen fill the caches of loaded and linked classes that later starts begin with: one of the console alone, which people wait for, since a start
 * loads all that its cache knows; one of the whole program.
 */
final class AppImage {

    private static final String NAME = "Baton";

    /** The server, in the same image: it runs for weeks, so Java may take its time to make it fast. */
    private static final String HUB = "BatonHub";

    /**
     * For a start of two seconds it is dear to compile at once all that was worth it in the rehearsal: a third of a second. Only here, where it is sure which Java
     * it is.
     */
    private static final List<String> NO_REPLAY = List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTReplayTraining");

    private static final Duration LONGEST = Duration.ofMinutes(4);

    /** Before the folder of the console's files, as the program says it. */
    private static final String AT = "rehearsing at ";

    private final JavaFx javaFx;
    private final Path program;
    private final String version;
    private final Path icon;
    private final Path output;

    private AppImage(String[] words) {
        program = Path.of(words[0]);
        javaFx = new JavaFx(program.resolve("lib"));
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
        clear(output);
        Files.createDirectories(output);
        assemble();
        javaFx.putLibraries(runtime());
        DeskStart.putCiphersFirst(runtime());
        launch();
        rehearse();
        launch();
        verify();
        Files.delete(output.resolve("hub.properties"));
        clear(jars());
        System.out.println("baton image ready: " + launcher(NAME).toAbsolutePath());
    }

    private static void clear(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> old = Files.walk(folder)) {
                for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private void assemble() throws IOException {
        List<String> words = new ArrayList<>(List.of("--type", "app-image", "--name", NAME, "--app-version", version));
        Path others = javaFx.others(jars());
        DeskStart.shortenManifests(others);
        words.addAll(List.of("--input", others.toString(), "--main-jar", "baton-" + version + ".jar"));
        words.addAll(List.of("--main-class", "baton.Baton", "--arguments", "console"));
        words.addAll(List.of("--dest", output.toString()));
        List<String> desk = new ArrayList<>(options("java.options"));
        desk.addAll(options("desk.options"));
        desk.addAll(NO_REPLAY);
        desk.forEach(option -> words.addAll(List.of("--java-options", option)));
        words.addAll(List.of("--add-launcher", HUB + "=" + hubLauncher()));
        words.addAll(List.of("--add-modules", modules() + "," + JavaFx.MODULE, "--module-path", javaFx.path()));
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

    /** The same as the launchers give, for a JavaFX that is a module. */
    private List<String> options(String file) throws IOException {
        return Files.readAllLines(program.resolve("bin").resolve(file)).stream()
                .filter(line -> line.startsWith("-"))
                .map(JavaFx::asModule)
                .toList();
    }

    /** What is no module, for the class path. */
    private Path jars() {
        return output.resolve("jars");
    }

    private Path cache(String launcher) {
        return inApp(launcher + ".aot");
    }

    /**
     * Every part of the program in one process; while that stands still, with the hub running and a desk that somebody was signed in at, the console in a
     * process of its own. Both end by themselves.
     */
    private void rehearse() throws IOException, InterruptedException {
        Process whole = rehearsal(HUB, "rehearse").redirectInput(Redirect.PIPE).start();
        CompletableFuture.delayedExecutor(LONGEST.toSeconds(), TimeUnit.SECONDS).execute(whole::destroyForcibly);
        try (BufferedReader said = whole.inputReader();
                Writer go = whole.outputWriter()) {
            String desks = desks(said);
            await(rehearsal(NAME, "rehearse", desks).redirectOutput(Redirect.DISCARD).start());
            go.write('\n');
            go.flush();
            said.lines().forEach(System.out::println);
            await(whole);
        } finally {
            whole.destroyForcibly();
        }
        use(NAME);
        use(HUB);
    }

    /** Java may have something to say before it. */
    private static String desks(BufferedReader said) throws IOException {
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith(AT)) {
                return line.substring(AT.length());
            }
            System.out.println(line);
        }
        throw new IllegalStateException("The rehearsal ended before there was a desk");
    }

    private ProcessBuilder rehearsal(String launcher, String... words) {
        List<String> command = new ArrayList<>(List.of(launcher(launcher).toString()));
        command.addAll(List.of(words));
        ProcessBuilder rehearsal = new ProcessBuilder(command).redirectError(Redirect.INHERIT);
        rehearsal.environment()
                .put(
                        "JAVA_TOOL_OPTIONS",
                        "-XX:AOTCacheOutput=" + cache(launcher)
                                + " -Xlog:aot=error -Dglass.platform=Headless -Dprism.order=sw");
        return rehearsal;
    }

    private static void await(Process process) throws InterruptedException {
        if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("A rehearsal did not end within " + LONGEST);
        }
        if (process.exitValue() != 0) {
            throw new IllegalStateException("A rehearsal ended with " + process.exitValue());
        }
    }

    private void use(String launcher) throws IOException {
        Path settings = inApp(launcher + ".cfg");
        List<String> lines = Files.readAllLines(settings);
        int place = lines.indexOf("[JavaOptions]") + 1;
        if (place == 0 || !Files.exists(cache(launcher))) {
            throw new IllegalStateException("There is no cache for " + settings + ", or no section for Java's options");
        }
        lines.add(place, "java-options=-XX:AOTCache=$APPDIR/" + cache(launcher).getFileName());
        Files.write(settings, lines, StandardOpenOption.TRUNCATE_EXISTING);
    }

    /** On Linux the launchers are ours. */
    private void launch() throws IOException {
        if (platform() == Platform.LINUX) {
            LinuxLauncher.replaceForDesk(launcher(NAME), inApp(NAME + ".cfg"), HUB);
            LinuxLauncher.replace(launcher(HUB), inApp(HUB + ".cfg"));
            Files.deleteIfExists(output.resolve(NAME, "lib", "libapplauncher.so"));
        }
    }

    /** A cache that does not fit is complained about at the start: then the image is not handed out. */
    private void verify() throws IOException, InterruptedException {
        verify(launcher(NAME));
        verify(launcher(HUB));
    }

    private static void verify(Path launcher) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(launcher.toString(), "console", "--help").redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0 || said.contains("[aot]") || !said.contains("baton console")) {
            throw new IllegalStateException("The image does not start as it should: " + said);
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

    private Path runtime() {
        return switch (platform()) {
            case LINUX -> output.resolve(NAME, "lib", "runtime");
            case MAC -> output.resolve(NAME + ".app", "Contents", "runtime", "Contents", "Home");
            case WINDOWS -> output.resolve(NAME, "runtime");
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
