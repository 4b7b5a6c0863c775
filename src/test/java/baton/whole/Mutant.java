// SPDX-License-Identifier: Apache-2.0
package baton.whole;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Bodies that were deliveries once, before somebody leaned on the keyboard; by number, so that each can be made again. */
final class Mutant {

    private static final List<String> SPLINTERS = List.of(
            "null",
            "-1",
            "1e400",
            "[]",
            "{}",
            "\"\"",
            "\\u0000",
            "\ud83d\ude9a",
            "[[[[",
            "true",
            "\"\\ud800\"",
            "99999999999999999999",
            "\u202e",
            "\"id\":",
            ",",
            "}",
            "\"errors\":[{}],",
            "\"statuses\":[{\"id\":7}],");

    private final List<byte[]> corpus;
    private final long seed;

    private Mutant(List<byte[]> corpus, long seed) {
        this.corpus = corpus;
        this.seed = seed;
    }

    /** From all examples of deliveries in a folder. */
    static Mutant of(Path folder, long seed) {
        try (Stream<Path> files = Files.list(folder)) {
            List<byte[]> corpus = files.sorted()
                    .map(Mutant::bytes)
                    .filter(body -> new String(body, StandardCharsets.UTF_8).contains("whatsapp_business_account"))
                    .toList();
            return new Mutant(corpus, seed);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    int examples() {
        return corpus.size();
    }

    byte[] body(int number) {
        Random chance = new Random(seed * 7_919 + number);
        byte[] body = corpus.get(chance.nextInt(corpus.size())).clone();
        for (int i = chance.nextInt(4); i >= 0; i--) {
            body = mutated(body, chance);
        }
        return body;
    }

    private static byte[] mutated(byte[] body, Random chance) {
        if (body.length < 2) {
            return body;
        }
        int from = chance.nextInt(body.length);
        int to = Math.min(body.length, from + 1 + chance.nextInt(30));
        return switch (chance.nextInt(7)) {
            case 0 -> {
                body[from] = (byte) chance.nextInt(256);
                yield body;
            }
            case 1 -> joined(body, from, new byte[0], to);
            case 2 -> joined(body, to, Arrays.copyOfRange(body, from, to), to);
            case 3 -> Arrays.copyOf(body, from);
            case 4 -> value(body, from, chance);
            case 5 -> joined(body, from, splinter(chance), to);
            default -> joined(body, from, splinter(chance), from);
        };
    }

    /** Another value where one begins, so that most stay JSON. */
    private static byte[] value(byte[] body, int near, Random chance) {
        for (int i = near; i < body.length - 1; i++) {
            if (body[i] == ':') {
                int end = i + 1;
                while (end < body.length && ",}]".indexOf(body[end]) < 0) {
                    end++;
                }
                return joined(body, i + 1, splinter(chance), end);
            }
        }
        return body;
    }

    private static byte[] splinter(Random chance) {
        return SPLINTERS.get(chance.nextInt(SPLINTERS.size())).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] joined(byte[] body, int keep, byte[] between, int goOn) {
        byte[] all = Arrays.copyOf(body, keep + between.length + body.length - goOn);
        System.arraycopy(between, 0, all, keep, between.length);
        System.arraycopy(body, goOn, all, keep + between.length, body.length - goOn);
        return all;
    }
}
