// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * The platform's files: uploads of the business and what customers sent (Cloud API 5). Bounded: beyond {@value #MOST_BYTES} bytes the oldest
 * go. Thread-safe.
 */
final class MediaShelf {
    static final long MOST_BYTES = 512L * 1024 * 1024;
    static final Duration UPLOADS_LIVE = Duration.ofDays(30);
    static final Duration INBOUND_LIVES = Duration.ofDays(7);
    static final Duration LINK_LIVES = Duration.ofMinutes(5);

    private final LinkedHashMap<String, MediaItem> items = new LinkedHashMap<>();
    private final long seed;
    private volatile String baseUrl = "http://127.0.0.1";
    private long bytes;
    private long next = 914_400_000_000_000L;

    MediaShelf(long seed) {
        this.seed = seed;
        this.next += Math.floorMod(seed, 1_000) * 1_000_000L;
    }

    void servedAt(String url) {
        baseUrl = url;
    }

    synchronized MediaItem add(String mimeType, String fileName, Bytes content, Instant usableUntil) {
        var item = new MediaItem(Long.toString(++next), mimeType, fileName, content, usableUntil);
        items.put(item.id(), item);
        bytes += content.size();
        while (bytes > MOST_BYTES && items.size() > 1) {
            bytes -= items.pollFirstEntry().getValue().bytes().size();
        }
        return item;
    }

    synchronized Optional<MediaItem> find(String id) {
        return Optional.ofNullable(items.get(id));
    }

    synchronized boolean remove(String id) {
        MediaItem gone = items.remove(id);
        if (gone != null) {
            bytes -= gone.bytes().size();
        }
        return gone != null;
    }

    /** The look-up's answer (Cloud API 5.1). */
    ObjectNode describe(MediaItem item, Instant now) {
        return Json.object()
                .put("messaging_product", "whatsapp")
                .put("url", link(item, now, ""))
                .put("mime_type", item.mimeType())
                .put("sha256", HexFormat.of().formatHex(digest(item.bytes())))
                .put("file_size", item.bytes().size())
                .put("id", item.id());
    }

    /** The media object of an inbound message (Cloud API 2.3): digest in Base64, a link for five minutes. */
    ObjectNode inbound(MediaItem item, Instant now) {
        return Json.object()
                .put("mime_type", item.mimeType())
                .put("sha256", Base64.getEncoder().encodeToString(digest(item.bytes())))
                .put("id", item.id())
                .put("url", link(item, now, "&source=webhook"));
    }

    private String link(MediaItem item, Instant now, String more) {
        long expires = now.plus(LINK_LIVES).getEpochSecond();
        return baseUrl + "/whatsapp_business/attachments/?mid=" + item.id() + more + "&ext=" + expires + "&hash="
                + hash(item.id(), expires);
    }

    /** The file behind a download link; empty when the link is made up or older than five minutes. */
    Optional<MediaItem> open(Call call, Instant now) {
        String id = call.parameter("mid").orElse("");
        long expires;
        try {
            expires = Long.parseLong(call.parameter("ext").orElse("0"));
        } catch (NumberFormatException madeUp) {
            return Optional.empty();
        }
        boolean genuine = hash(id, expires).equals(call.parameter("hash").orElse(""));
        return genuine && now.getEpochSecond() <= expires ? find(id) : Optional.empty();
    }

    private String hash(String id, long expires) {
        return Dice.of(seed, id + "/" + expires).letters(24);
    }

    private static byte[] digest(Bytes content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content.array());
        } catch (NoSuchAlgorithmException broken) {
            throw new IllegalStateException("this JDK lacks SHA-256", broken);
        }
    }
}
