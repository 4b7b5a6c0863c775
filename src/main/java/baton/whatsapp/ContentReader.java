// SPDX-License-Identifier: Apache-2.0
package baton.whatsapp;

import baton.domain.Content;
import baton.domain.Failure;
import baton.domain.MediaKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What a message says, by its type (WHATSAPP.md 2.2 to 2.16, 2.21, 2.22). A type that is not known, or a known one whose object is
 * missing or makes no sense, becomes {@link Content.Unknown} with its JSON: nothing is guessed and nothing is lost.
 */
final class ContentReader {
    private ContentReader() {}

    static Content read(Fields message) {
        String type = message.label("type").orElse("");
        return known(type, message).map(Content.class::cast).orElseGet(() -> new Content.Unknown(type, message.raw()));
    }

    private static Optional<? extends Content> known(String type, Fields message) {
        Fields part = message.at(type);
        return switch (type) {
            case "text" -> part.text("body").map(Content.Text::new);
            case "image" -> media(MediaKind.IMAGE, part, message);
            case "video" -> media(MediaKind.VIDEO, part, message);
            case "audio" -> media(part.flag("voice") ? MediaKind.VOICE : MediaKind.AUDIO, part, message);
            case "document" -> media(MediaKind.DOCUMENT, part, message);
            case "sticker" -> media(MediaKind.STICKER, part, message);
            case "location" -> location(part);
            case "contacts" -> CardReader.read(message);
            case "button" -> button(part);
            case "interactive" -> InteractiveReader.read(part);
            case "order" -> order(part);
            case "system" -> Optional.of(notice(part));
            case "request_welcome" -> Optional.of(new Content.Notice(type, ""));
            case "unsupported", "unknown" -> Optional.of(unsupported(part.label("type"), message));
            case "ephemeral", "media_placeholder" -> Optional.of(unsupported(Optional.of(type), message));
            default -> Optional.empty();
        };
    }

    /** The file by its id; one that Meta could not fetch has errors instead of an id. */
    private static Optional<? extends Content> media(MediaKind kind, Fields part, Fields message) {
        if (part.id("id").isEmpty() && !message.items("errors").isEmpty()) {
            return Optional.of(unsupported(message.label("type"), message));
        }
        return part.id("id")
                .map(id -> new Content.Media(
                        kind,
                        id,
                        part.label("mime_type").orElse("application/octet-stream"),
                        part.id("sha256"),
                        part.text("caption").filter(caption -> !caption.isBlank()),
                        part.label("filename")));
    }

    private static Optional<Content.Location> location(Fields part) {
        Optional<BigDecimal> latitude = degrees(part, "latitude", 90);
        Optional<BigDecimal> longitude = degrees(part, "longitude", 180);
        if (latitude.isEmpty() || longitude.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Content.Location(
                latitude.get().doubleValue(),
                longitude.get().doubleValue(),
                part.label("name"),
                part.text("address").filter(address -> !address.isBlank()),
                part.text("url").filter(url -> !url.isBlank())));
    }

    private static Optional<BigDecimal> degrees(Fields part, String name, int most) {
        return part.decimal(name).filter(value -> value.abs().compareTo(BigDecimal.valueOf(most)) <= 0);
    }

    private static Optional<Content.Choice> button(Fields part) {
        Optional<String> title = part.label("text").or(() -> part.label("payload"));
        return title.map(shown -> new Content.Choice(
                Content.Choice.Kind.TEMPLATE_BUTTON, part.text("payload").orElse(shown), shown, Optional.empty()));
    }

    /** The cart, or nothing when a single line of it cannot be read: a wrong total is worse than none. */
    private static Optional<Content.Order> order(Fields part) {
        List<Optional<Content.Item>> items =
                part.items("product_items").stream().map(ContentReader::item).toList();
        if (!part.isObject() || items.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        return Optional.of(new Content.Order(
                part.id("catalog_id").orElse(""),
                part.text("text").filter(text -> !text.isBlank()),
                items.stream().flatMap(Optional::stream).toList()));
    }

    private static Optional<Content.Item> item(Fields item) {
        Optional<BigDecimal> quantity = item.decimal("quantity");
        Optional<BigDecimal> price = item.decimal("item_price");
        if (quantity.isEmpty() || price.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Content.Item(
                item.id("product_retailer_id").orElse(""),
                quantity.get(),
                price.get(),
                item.label("currency").orElse("")));
    }

    private static Content.Notice notice(Fields system) {
        return new Content.Notice(
                system.label("type").orElse("system"), system.text("body").orElse(""));
    }

    private static Content.Unsupported unsupported(Optional<String> type, Fields message) {
        Optional<Failure> failure = FailureReader.first(message);
        return new Content.Unsupported(type, failure.map(Failure::code).orElse(0), failure.flatMap(Failure::details));
    }
}
