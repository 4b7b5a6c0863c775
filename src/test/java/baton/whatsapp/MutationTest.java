// SPDX-License-Identifier: Apache-2.0
package baton.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import baton.domain.PlainText;
import baton.whatsapp.Report.ChangeReport;
import baton.whatsapp.Report.EchoReport;
import baton.whatsapp.Report.IdentityChanged;
import baton.whatsapp.Report.MessageReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Bodies changed at random, the same ones in every run: the codec never breaks and never swells. */
final class MutationTest {
    private static final int BODIES = 10_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String[] ODD_VALUES = {
        "null",
        "true",
        "0",
        "-1",
        "1e400",
        "12345678901234567890123",
        "\"\"",
        "\" \"",
        "\"\\u0000\"",
        "\"\\ud83d\"",
        "[]",
        "{}",
        "[null]",
        "[[[[{}]]]]",
        "{\"id\":{\"id\":[]}}",
        "\"GB.ENT.x\"",
        "\"wamid." + "x".repeat(700) + "\"",
        "\"" + "👍".repeat(300) + "\"",
        "{\"type\":\"text\",\"text\":{}}",
        "\"group\"",
        "\"reaction\"",
        "\"system\"",
        "\"order\"",
        "\"interactive\"",
        "\"user_changed_number\""
    };

    private final Random random = new Random(42);

    @Test
    void changedTreesNeverBreakTheCodec() {
        List<JsonNode> bodies = bodies().map(JSON::readTree).toList();
        for (int i = 0; i < BODIES; i++) {
            JsonNode body = bodies.get(random.nextInt(bodies.size())).deepCopy();
            for (int changes = random.nextInt(4); changes >= 0; changes--) {
                change(body);
            }
            examine(body.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void changedBytesNeverBreakTheCodec() {
        List<byte[]> bodies = bodies().toList();
        int refused = 0;
        for (int i = 0; i < BODIES; i++) {
            byte[] body = bodies.get(random.nextInt(bodies.size())).clone();
            for (int changes = random.nextInt(6); changes >= 0; changes--) {
                body[random.nextInt(body.length)] = (byte) random.nextInt(256);
            }
            int length = random.nextInt(4) == 0 ? random.nextInt(body.length) : body.length;
            refused += examine(java.util.Arrays.copyOf(body, length)) ? 0 : 1;
        }
        assertThat(refused).isBetween(BODIES / 10, BODIES);
    }

    @Test
    void everyEntryOfAnUnchangedBodyIsAccountedFor() {
        bodies().forEach(body -> {
            Delivery delivery = Payloads.delivery(body);
            assertThat(delivery.reports().stream()
                            .filter(MutationTest::isOfAnEntry)
                            .count())
                    .isEqualTo(delivery.messageEntries().values().stream()
                            .mapToInt(count -> count)
                            .sum());
        });
    }

    /** Reads the body and holds the result to its bounds; false when it was refused. */
    private static boolean examine(byte[] body) {
        try {
            Delivery delivery = WebhookCodec.read(body);
            String told = delivery.reports().toString();
            assertThat(delivery.reports()).hasSizeLessThanOrEqualTo(body.length);
            assertThat(told.length()).isLessThan(8 * body.length + 10_000);
            assertThat(told).isEqualTo(PlainText.clean(told));
            assertThat(delivery.messageEntries().values().stream()
                            .mapToInt(count -> count)
                            .sum())
                    .isLessThanOrEqualTo(delivery.reports().size());
            return true;
        } catch (NotJson _) {
            return false;
        } catch (RuntimeException e) {
            throw new AssertionError("broken by " + new String(body, StandardCharsets.UTF_8), e);
        }
    }

    private static boolean isOfAnEntry(Report report) {
        return report instanceof MessageReport
                || report instanceof EchoReport
                || report instanceof ChangeReport
                || report instanceof IdentityChanged;
    }

    private void change(JsonNode root) {
        List<JsonNode> containers = new ArrayList<>();
        collect(root, containers);
        JsonNode chosen = containers.get(random.nextInt(containers.size()));
        if (chosen instanceof ObjectNode object && !object.isEmpty()) {
            change(object);
        } else if (chosen instanceof ArrayNode array && !array.isEmpty()) {
            change(array);
        }
    }

    private void change(ObjectNode object) {
        List<String> names =
                List.copyOf(object.propertyNames().stream().sorted().toList());
        String name = names.get(random.nextInt(names.size()));
        switch (random.nextInt(4)) {
            case 0 -> object.remove(name);
            case 1 ->
                object.set(
                        names.get(random.nextInt(names.size())),
                        object.get(name).deepCopy());
            case 2 -> object.putArray(name).add(oddValue());
            default -> object.set(name, oddValue());
        }
    }

    private void change(ArrayNode array) {
        JsonNode first = array.get(0).deepCopy();
        switch (random.nextInt(3)) {
            case 0 -> array.remove(0);
            case 1 -> array.add(first).add(first.deepCopy());
            default -> array.set(0, oddValue());
        }
    }

    private JsonNode oddValue() {
        return JSON.readTree(ODD_VALUES[random.nextInt(ODD_VALUES.length)]);
    }

    private static void collect(JsonNode node, List<JsonNode> into) {
        if (node.isContainer()) {
            into.add(node);
            node.values().forEach(child -> collect(child, into));
        }
    }

    private static Stream<byte[]> bodies() {
        try (Stream<Path> files = Files.list(Payloads.FOLDER)) {
            List<Path> sorted = files.sorted().toList();
            return sorted.stream().map(MutationTest::read);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
