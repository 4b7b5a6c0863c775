// SPDX-License-Identifier: Apache-2.0
package baton.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import baton.store.Check;
import baton.store.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Everything there is, each a process of its own: the stand-in for Meta, one hub or two, their store, a desk. */
final class World implements AutoCloseable {

    private static final Path PRLIMIT = Path.of("/usr/bin/prlimit");

    private final Path folder;
    private final Optional<KillablePostgres> postgres;
    private final Program simulator;
    private final List<HubProcess> places;
    private final List<Program> hubs = new ArrayList<>();
    private final List<Outside> doors = new ArrayList<>();
    private final Outside meta;
    private final DeskProcess desk;
    private int backups;

    private World(Path folder, Optional<KillablePostgres> postgres, int hubCount) {
        this.folder = folder;
        this.postgres = postgres;
        Path log = Path.of("target", "faults-" + (postgres.isPresent() ? "postgres" : "embedded") + ".log");
        List<Integer> ports = IntStream.range(0, hubCount)
                .mapToObj(_ -> HubProcess.freePort())
                .toList();
        this.simulator = Program.start(
                log,
                HubProcess.SECRETS,
                "simulator",
                "--port",
                "0",
                "--hub",
                "http://127.0.0.1:" + ports.getFirst(),
                "--customers",
                "0");
        this.places = ports.stream()
                .map(port -> new HubProcess(log, port, where(port), simulator.address()))
                .toList();
        this.meta = new Outside(simulator.address());
        places.forEach(place -> hubs.add(place.start()));
        places.forEach(place -> doors.add(new Outside(place.address())));
        doors.forEach(door -> door.signIn("admin", HubProcess.PASSWORD));
        addMina();
        this.desk =
                new DeskProcess(log, folder.resolve("desk"), places.getLast().address());
    }

    /** One hub on the embedded store. */
    static World embedded(Path folder) {
        return new World(folder, Optional.empty(), 1);
    }

    /** Two hubs on one PostgreSQL. */
    static World onPostgres(Path folder) {
        return new World(folder, Optional.of(KillablePostgres.start(folder.resolve("postgres"))), 2);
    }

    private List<String> where(int port) {
        List<String> words = new ArrayList<>(List.of(
                "--data",
                folder.resolve("data" + (postgres.isPresent() ? port : "")).toString()));
        postgres.ifPresent(server -> words.addAll(List.of("--db", server.url())));
        return words;
    }

    private void addMina() {
        doors.getFirst()
                .post(
                        "/api/commands",
                        Map.of(
                                "id",
                                "mina",
                                "kind",
                                "addPerson",
                                "person",
                                "mina",
                                "role",
                                "AGENT",
                                "password",
                                HubProcess.PASSWORD));
    }

    Outside meta() {
        return meta;
    }

    /** The hubs as an admin at each sees them; the same over all lives of a hub. */
    List<Outside> doors() {
        return List.copyOf(doors);
    }

    DeskProcess desk() {
        return desk;
    }

    boolean hasPostgres() {
        return postgres.isPresent();
    }

    void killHub(int which) {
        hubs.get(which).kill();
    }

    void startHub(int which) {
        hubs.set(which, places.get(which).start());
    }

    /** It gets no more time, and says nothing of it to anybody. */
    void freezeHub(int which) {
        signal("STOP", hubs.get(which));
    }

    void thawHub(int which) {
        signal("CONT", hubs.get(which));
        await("a hub to go on")
                .atMost(Duration.ofMinutes(2))
                .ignoreExceptionsInstanceOf(UncheckedIOException.class)
                .until(() -> doors.get(which).get("/readyz").status() == 200);
    }

    private static void signal(String name, Program program) {
        run("sh", "-c", "kill -" + name + " " + program.pid());
    }

    void killPostgres() {
        postgres.orElseThrow().kill();
    }

    /** The hubs find it again by themselves. */
    void startPostgres() {
        postgres.orElseThrow().startAgain();
        doors.forEach(door -> await("a hub to find its database again")
                .atMost(Duration.ofMinutes(2))
                .until(() -> door.get("/readyz").status() == 200));
    }

    /** Whether a limit can be put on a running process's files here. */
    boolean canFillItsDisk() {
        return postgres.isEmpty() && Files.isExecutable(PRLIMIT);
    }

    /** From now on the store's file cannot grow. */
    void fillDisk() {
        limitFiles(String.valueOf(folder.resolve("data/hub.mv.db").toFile().length()));
    }

    void makeRoom() {
        limitFiles("unlimited");
    }

    private void limitFiles(String bytes) {
        String pid = String.valueOf(hubs.getFirst().pid());
        run(PRLIMIT.toString(), "--pid", pid, "--fsize=" + bytes + ":");
    }

    private static void run(String... command) {
        try {
            assertThat(new ProcessBuilder(command).inheritIO().start().waitFor())
                    .isZero();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** One that Meta gave to some other message than the next. */
    String idOfAMessageOnAPhone() {
        String phone =
                meta.get("/simulator/phones").body().path(0).path("phone").asString();
        return meta.get("/simulator/phones/" + phone).body().path(0).path("id").asString();
    }

    /** Copies the database from the running hub and makes a store of it elsewhere, which must be equal to its own journal. */
    void backUpAndRestore() {
        Path log = folder.resolve("backup.txt");
        String name = "backup" + backups++;
        Path file = folder.resolve(name + ".zip");
        Program.Ended backup = Program.run(
                log,
                Map.of("BATON_PASSWORD", HubProcess.PASSWORD),
                "tools",
                "backup",
                "--hub",
                places.getFirst().address(),
                "--user",
                "admin",
                "--to",
                file.toString());
        assertThat(backup.exit()).as("backup, see %s", text(log)).isZero();
        Program.Ended restored = Program.run(
                log,
                Map.of(),
                "tools",
                "restore",
                "--from",
                file.toString(),
                "--data",
                folder.resolve(name).toString());
        assertThat(restored.out()).endsWith("equal");
        assertThat(restored.exit()).isZero();
    }

    private static String text(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Ends the hubs in order and folds everything again; empty when all projections are what the journal says. */
    Optional<String> firstDifference() {
        hubs.forEach(Program::close);
        hubs.clear();
        try (Database database = postgres.map(server -> Database.open(server.url()))
                .orElseGet(() -> Database.embedded(folder.resolve("data")))) {
            return new Check(database, Files.createTempDirectory(folder, "check")).firstDifference();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void close() {
        hubs.forEach(Program::kill);
        simulator.kill();
        postgres.ifPresent(KillablePostgres::close);
    }
}
