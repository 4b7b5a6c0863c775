// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import baton.domain.Person;
import baton.domain.Role;
import baton.run.Secret;
import baton.wire.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A small encrypted file with what the screen showed last, so that a window has something to draw while the databases open.
 * Losing it costs half a second, so nothing that goes wrong with it is an error.
 */
final class FirstPage {
    private static final Logger LOG = LoggerFactory.getLogger(FirstPage.class);
    private static final int IV = 12;
    private static final int TAG_BITS = 128;

    /** What is kept: of each view the newest rows and how many there are, and the people. */
    record Content(Role role, List<ConversationRow> rows, Map<View, Integer> counts, List<Person> people) {
        Content {
            counts = Map.copyOf(counts);
        }
    }

    private final Path file;
    private final SecretKeySpec key;
    private final SecureRandom dice;

    FirstPage(Path file, Secret key, SecureRandom dice) {
        this.file = file;
        this.key = new SecretKeySpec(hash("first page " + key.reveal()), "AES");
        this.dice = dice;
    }

    Optional<Content> read() {
        try {
            byte[] bytes = Files.readAllBytes(file);
            byte[] iv = Arrays.copyOf(bytes, IV);
            byte[] text = cipher(Cipher.DECRYPT_MODE, iv).doFinal(bytes, IV, bytes.length - IV);
            return Optional.of(Json.MAPPER.readValue(text, Content.class));
        } catch (IOException | GeneralSecurityException | RuntimeException none) {
            LOG.debug("There is no first page: {}", none.toString());
            return Optional.empty();
        }
    }

    void write(Content content) {
        try {
            byte[] iv = new byte[IV];
            dice.nextBytes(iv);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes.write(iv);
            bytes.write(cipher(Cipher.ENCRYPT_MODE, iv).doFinal(Json.MAPPER.writeValueAsBytes(content)));
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.write(fresh, bytes.toByteArray());
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | GeneralSecurityException broken) {
            LOG.warn("The first page could not be kept: {}", broken.toString());
        }
    }

    private Cipher cipher(int mode, byte[] iv) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, iv));
        return cipher;
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
