// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import baton.domain.Conversation;
import baton.domain.Customer;
import baton.domain.Person;
import baton.domain.Role;
import baton.run.Secret;
import baton.wire.Json;
import baton.wire.JsonTree;
import baton.wire.Members;
import baton.wire.Rows;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.Security;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A small encrypted file with what the screen showed last, so that a window has something to draw while the databases open. Compressed, since Java
 * decrypts slowly before it has compiled that.
 * Losing it costs half a second, so nothing that goes wrong with it is an error.
 */
final class FirstPage {
    private static final Logger LOG = LoggerFactory.getLogger(FirstPage.class);

    private static final String CIPHER = "AES/GCM/NoPadding";

    /** Java's own ciphers. Asked for by name, for Java would set up others first, 15 ms of a start; a Java may be without it. */
    private static final String PROVIDER = "SunJCE";

    private static final int IV = 12;
    private static final int TAG_BITS = 128;

    /** What is kept: of each view the newest rows and how many there are, the people, and what the screen had remembered. */
    record Content(
            Role role,
            List<Conversation> conversations,
            List<Customer> customers,
            Map<View, Integer> counts,
            List<Person> people,
            Map<String, String> remembered) {
        Content {
            counts = Map.copyOf(counts);
            remembered = Map.copyOf(remembered);
        }

        /** By hand, since a window waits for it ({@link JsonTree}). */
        private static Content of(Members page) {
            Map<View, Integer> counts = new EnumMap<>(View.class);
            page.object("counts")
                    .all(Members::number)
                    .forEach((view, count) -> counts.put(View.valueOf(view), Math.toIntExact(count)));
            return new Content(
                    page.choice("role", Role.class),
                    page.list("conversations", Rows::conversation),
                    page.list("customers", Rows::customer),
                    counts,
                    page.list("people", Rows::person),
                    page.object("remembered").all(Members::text));
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
            byte[] text = inflated(cipher(Cipher.DECRYPT_MODE, iv).doFinal(bytes, IV, bytes.length - IV));
            return Optional.of(Content.of(Members.of(JsonTree.read(text))));
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
            bytes.write(cipher(Cipher.ENCRYPT_MODE, iv).doFinal(deflated(Json.MAPPER.writeValueAsBytes(content))));
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.write(fresh, bytes.toByteArray());
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | GeneralSecurityException broken) {
            LOG.warn("The first page could not be kept: {}", broken.toString());
        }
    }

    private static byte[] deflated(byte[] text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
            out.write(text);
        }
        return bytes.toByteArray();
    }

    private static byte[] inflated(byte[] bytes) throws IOException {
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        }
    }

    private Cipher cipher(int mode, byte[] iv) throws GeneralSecurityException {
        Provider own = Security.getProvider(PROVIDER);
        Cipher cipher = own == null ? Cipher.getInstance(CIPHER) : Cipher.getInstance(CIPHER, own);
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
