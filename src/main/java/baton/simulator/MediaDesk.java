// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Upload, look-up and deletion of media, and the download links (Cloud API 5). */
final class MediaDesk {
    private final BusinessLine line;
    private final MediaShelf shelf;
    private final Credentials credentials;

    MediaDesk(BusinessLine line, MediaShelf shelf, Credentials credentials) {
        this.line = line;
        this.shelf = shelf;
        this.credentials = credentials;
    }

    Optional<Answer> answer(Call call, Function<GraphError, Answer> no, Instant now) {
        if (call.is("POST", 2) && call.segment(1).equals("media")) {
            return Optional.of(upload(call, no, now));
        }
        return call.path().size() == 1 ? item(call, no, now) : Optional.empty();
    }

    private Answer upload(Call call, Function<GraphError, Answer> no, Instant now) {
        if (!call.segment(0).equals(line.phoneNumberId())) {
            return no.apply(GraphError.unknownObject("post", call.segment(0)));
        }
        Map<String, Multipart.Part> parts = Multipart.parse(
                        call.header("Content-Type"), call.body().array())
                .orElse(Map.of());
        Multipart.Part product = parts.get("messaging_product");
        Multipart.Part file = parts.get("file");
        if (product == null || !product.text().equals("whatsapp")) {
            return no.apply(GraphError.of(100, "The parameter messaging_product is required."));
        }
        if (file == null || file.content().size() == 0) {
            return no.apply(GraphError.of(100, "The parameter file is required."));
        }
        String mimeType = mimeType(parts, file);
        Optional<GraphError> objection =
                MediaRules.upload(mimeType, file.content().size());
        if (objection.isPresent()) {
            return no.apply(objection.get());
        }
        MediaItem item = shelf.add(mimeType, file.fileName(), file.content(), now.plus(MediaShelf.UPLOADS_LIVE));
        return Answer.ok(Json.object().put("id", item.id()));
    }

    private static String mimeType(Map<String, Multipart.Part> parts, Multipart.Part file) {
        Multipart.Part type = parts.get("type");
        String declared = type == null ? "" : type.text();
        return file.contentType().isEmpty() ? declared : file.contentType();
    }

    private Optional<Answer> item(Call call, Function<GraphError, Answer> no, Instant now) {
        Optional<MediaItem> item = shelf.find(call.segment(0)).filter(found -> now.isBefore(found.usableUntil()));
        boolean otherNumber =
                !call.parameter("phone_number_id").orElse(line.phoneNumberId()).equals(line.phoneNumberId());
        if (item.isEmpty()) {
            return Optional.empty();
        }
        if (otherNumber) {
            return Optional.of(no.apply(GraphError.unknownObject(call.method(), call.segment(0))));
        }
        return switch (call.method()) {
            case "GET" -> Optional.of(Answer.ok(shelf.describe(item.get(), now)));
            case "DELETE" -> {
                shelf.remove(item.get().id());
                yield Optional.of(Answer.success());
            }
            default -> Optional.empty();
        };
    }

    /** The download link's host: 401 without the token, 404 when five minutes have passed or the link is made up. */
    Answer download(Call call, Instant now) {
        if (!credentials.accepts(call.token())) {
            return Answer.html(401, "");
        }
        return shelf.open(call, now)
                .map(item -> Answer.media(item.mimeType(), item.bytes()))
                .orElseGet(() -> Answer.html(404, ""));
    }
}
