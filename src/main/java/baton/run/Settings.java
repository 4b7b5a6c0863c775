// SPDX-License-Identifier: Apache-2.0
package baton.run;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Everything {@code baton hub} is told at its start; read once, never changed. Prints no secret. {@code file}: the settings file, if one was read. */
public record Settings(
        Listening listening,
        Storage storage,
        Platform platform,
        Claims claims,
        Pace pace,
        Optional<Secret> adminPassword,
        Optional<Path> file) {
    /** The outside door. {@code tls}: empty = plain HTTP, on loopback or behind a proxy only. */
    public record Listening(
            int port,
            String bind,
            Optional<TlsFiles> tls,
            boolean behindProxy,
            Duration session,
            int maxBody,
            int maxConnections) {}

    /** Certificate chain and private key, PEM. */
    public record TlsFiles(Path certificate, Path key) {}

    /** {@code url}: empty = the embedded database in {@code data}; a secret, since it may carry a password. */
    public record Storage(Path data, Optional<Secret> url, Duration rawRetention) {}

    /**
     * Our account at Meta. {@code numbers}: phone number ids, at least one. {@code publicUrl}: where Meta reaches the webhook, with its
     * path; empty = whatever Meta was told.
     */
    public record Platform(
            Secret appSecret,
            Secret verifyToken,
            Secret accessToken,
            List<String> numbers,
            Optional<String> account,
            URI graph,
            String version,
            Optional<URI> publicUrl) {
        public Platform {
            numbers = List.copyOf(numbers);
        }
    }

    /** How long a claim lasts (SPEC.md T4, T5), a reply can be taken back (B10), a resolved conversation is reopened. */
    public record Claims(Duration lease, Duration limit, Duration idle, Duration undo, Duration reopen) {}

    /** How fast messages leave: a second per business number, and a minute to one new customer (SPEC.md C4). */
    public record Pace(int messagesPerSecond, int perMinuteToNewCustomer) {}

    /** A sentence, with the command that mends it, for each place with secrets in it that other accounts of this machine may read. */
    public List<String> openPlaces() {
        return Stream.of(Optional.of(storage.data()), file, listening.tls().map(TlsFiles::key))
                .flatMap(Optional::stream)
                .map(OwnerOnly::complaint)
                .flatMap(Optional::stream)
                .toList();
    }

    /** A sentence for each word that is no option or lacks its value; what the options mean together is not looked at. */
    public static List<String> notUnderstood(List<String> words) {
        return Given.notUnderstood(words);
    }

    /**
     * Reads them, highest first, from the words after {@code baton hub}, the environment, and a settings file.
     *
     * @throws BadSettings with a sentence for each thing missing or wrong, all at once
     */
    public static Settings read(List<String> words, Map<String, String> environment) {
        return new SettingsReader(words, environment).read();
    }
}
