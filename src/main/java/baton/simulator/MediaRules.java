// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What may be sent as picture, video, sound, document or sticker (Cloud API 4.3, 5.2). */
final class MediaRules {
    private static final int KB = 1_024;
    private static final int MB = 1_024 * KB;

    private record Kind(List<String> mimeTypes, int mostBytes, boolean captioned) {}

    private static final Map<String, Kind> KINDS = Map.of(
            "image", new Kind(List.of("image/jpeg", "image/png"), 5 * MB, true),
            "video", new Kind(List.of("video/mp4", "video/3gpp"), 16 * MB, true),
            "audio",
                    new Kind(List.of("audio/aac", "audio/amr", "audio/mpeg", "audio/mp4", "audio/ogg"), 16 * MB, false),
            "document", new Kind(List.of(""), 100 * MB, true),
            "sticker", new Kind(List.of("image/webp"), 500 * KB, false));

    private final MediaShelf shelf;

    MediaRules(MediaShelf shelf) {
        this.shelf = shelf;
    }

    static boolean covers(String type) {
        return KINDS.containsKey(type);
    }

    Optional<GraphError> check(String type, JsonNode media) {
        return Rules.first(
                () -> Rules.refuse(media.has("id") == media.has("link"), type + " needs exactly one of id and link."),
                () -> Rules.refuse(
                        media.has("caption") && !KINDS.getOrDefault(type, NONE).captioned(),
                        type + " cannot have a caption."),
                () -> Rules.atMost(media, "caption", 1_024, type + ".caption"),
                () -> Rules.refuse(
                        media.has("id") && shelf.find(Json.text(media, "id")).isEmpty(),
                        "Media with id " + Json.text(media, "id") + " was not found."));
    }

    private static final Kind NONE = new Kind(List.of(), 0, false);

    /** What shows only while the platform handles the file: wrong kind, too large, a link it cannot fetch. */
    Optional<GraphError> lateError(String type, JsonNode media) {
        String link = Json.text(media, "link");
        if (!link.isEmpty() && !link.startsWith("https://")) {
            return Optional.of(GraphError.of(131053, "The link must be a public https address: " + link));
        }
        return shelf.find(Json.text(media, "id")).flatMap(item -> unfit(type, item, media));
    }

    private static Optional<GraphError> unfit(String type, MediaItem item, JsonNode media) {
        Kind kind = KINDS.getOrDefault(type, NONE);
        if (kind.mimeTypes().stream().noneMatch(item.mimeType()::startsWith)) {
            return Optional.of(
                    GraphError.of(131053, "A file of type " + item.mimeType() + " cannot be sent as " + type + "."));
        }
        if (item.bytes().size() > kind.mostBytes()) {
            return Optional.of(GraphError.of(131053, "The file is larger than " + kind.mostBytes() + " bytes."));
        }
        boolean voice = media.path("voice").asBoolean(false);
        return voice && !item.mimeType().startsWith("audio/ogg")
                ? Optional.of(GraphError.of(131053, "A voice message must be audio/ogg with Opus."))
                : Optional.empty();
    }

    /** The upload's own check: a known type within its size; documents may be anything up to 100 MB. */
    static Optional<GraphError> upload(String mimeType, int size) {
        int limit = KINDS.values().stream()
                .filter(kind ->
                        kind.mimeTypes().stream().anyMatch(known -> !known.isEmpty() && mimeType.startsWith(known)))
                .mapToInt(Kind::mostBytes)
                .findFirst()
                .orElse(100 * MB);
        return size > limit
                ? Optional.of(
                        GraphError.of(131053, "A file of type " + mimeType + " may have at most " + limit + " bytes."))
                : Optional.empty();
    }
}
