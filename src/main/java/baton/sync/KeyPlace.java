// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import baton.run.OwnerOnly;
import baton.run.Secret;
import baton.store.DeskFile;
import baton.sync.KeyRing.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/**
 * Where the random key of a desk's files lies: in the key ring of the operating system where one answers, else in a file that
 * only the person's own account may read (SPEC.md R3). A desk file can be read with its own key only: where there is one, no other key is made.
 */
final class KeyPlace {
    private static final int BYTES = 32;

    /** The key and where it is. */
    record Found(Secret key, Protection protection) {}

    private final KeyRing ring;
    private final SecureRandom dice;

    KeyPlace(KeyRing ring, SecureRandom dice) {
        this.ring = ring;
        this.dice = dice;
    }

    /**
     * The key of the desk in this folder, made on first use; waits for the ring, which may ask the person. A key that is in the file stays there. Refuses
     * with {@link SilentKeyRing} when no key is found and the folder has a desk file already.
     */
    Found find(Path folder) {
        Path file = folder.resolve("key");
        Optional<Secret> kept = read(file);
        if (kept.isPresent()) {
            return new Found(kept.get(), Protection.OWNER_ONLY_FILE);
        }
        String name = folder.toAbsolutePath().normalize().toString();
        Answer found = ring.find(name);
        if (!(found instanceof Answer.Here) && DeskFile.isIn(folder)) {
            throw new SilentKeyRing(folder);
        }
        return switch (found instanceof Answer.NotThere ? intoRing(name) : found) {
            case Answer.Here here -> new Found(here.key(), Protection.KEY_RING);
            case Answer.NotThere _, Answer.Silence _ -> new Found(write(file, fresh()), Protection.OWNER_ONLY_FILE);
        };
    }

    /** Only what the ring gives back counts as kept. */
    private Answer intoRing(String name) {
        ring.keep(name, fresh());
        return ring.find(name);
    }

    private Secret fresh() {
        byte[] bytes = new byte[BYTES];
        dice.nextBytes(bytes);
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Empty where there is no file, or one that was made and never written. */
    private static Optional<Secret> read(Path file) {
        try {
            return Files.exists(file)
                    ? Optional.of(Files.readString(file).strip())
                            .filter(text -> !text.isEmpty())
                            .map(Secret::new)
                    : Optional.empty();
        } catch (IOException broken) {
            throw new UncheckedIOException("The key of this desk cannot be read", broken);
        }
    }

    private static Secret write(Path file, Secret key) {
        try {
            make(file);
            return into(file, key);
        } catch (IOException broken) {
            throw new UncheckedIOException("The key of this desk cannot be kept", broken);
        }
    }

    private static void make(Path file) throws IOException {
        try {
            OwnerOnly.close(OwnerOnly.file(file));
        } catch (FileAlreadyExistsException there) {
            // what is in it counts
        }
    }

    /** Whoever comes second takes what the first has written. */
    private static Secret into(Path file, Secret key) throws IOException {
        try (FileChannel channel = FileChannel.open(
                        file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
                FileLock _ = channel.lock()) {
            String kept = new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8).strip();
            if (!kept.isEmpty()) {
                return new Secret(kept);
            }
            channel.write(ByteBuffer.wrap(key.reveal().getBytes(StandardCharsets.UTF_8)), 0);
            return key;
        }
    }
}
