// SPDX-License-Identifier: Apache-2.0
package baton.whole;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A PostgreSQL that can be killed with all its processes, and started again on what it left. */
final class KillablePostgres implements AutoCloseable {

    private final Path data;
    private EmbeddedPostgres server;

    private KillablePostgres(Path data, EmbeddedPostgres server) {
        this.data = data;
        this.server = server;
    }

    static KillablePostgres start(Path data) {
        return new KillablePostgres(data, open(data, 0));
    }

    private static EmbeddedPostgres open(Path data, int port) {
        try {
            // What was acknowledged must be there after a kill; forcing the disk matters only for the power.
            return EmbeddedPostgres.builder()
                    .setPort(port)
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setServerConfig("synchronous_commit", "on")
                    .start();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    String url() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    void kill() {
        ProcessHandle postmaster = ProcessHandle.of(pid()).orElseThrow();
        List<ProcessHandle> all =
                Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(one -> one.onExit().join());
    }

    private long pid() {
        try {
            return Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid"))
                    .getFirst()
                    .strip());
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    void startAgain() {
        int port = server.getPort();
        close();
        server = open(data, port);
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException | IllegalStateException alreadyDead) {
            // that was the wish
        }
    }
}
