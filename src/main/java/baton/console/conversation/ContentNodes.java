// SPDX-License-Identifier: Apache-2.0
package baton.console.conversation;

import baton.console.Icons;
import baton.console.Texts;
import baton.domain.Content;
import baton.domain.MediaKind;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.HBox;

/** Every kind of content as what it is (SPEC.md C2): the nodes inside a bubble. Screen's thread only. */
final class ContentNodes {
    private static final int LARGE_EMOJI = 3;

    private final Desk desk;
    private final Selection selection;
    private final Texts texts;
    private final Wording wording;

    ContentNodes(Desk desk, Selection selection) {
        this.desk = desk;
        this.selection = selection;
        this.texts = desk.texts();
        this.wording = new Wording(desk);
    }

    List<Node> of(BubbleRow row) {
        return switch (row.message().content()) {
            case Content.Text text -> List.of(words(text.body()));
            case Content.Media media -> media(media, row.media());
            case Content.Location place -> List.of(place(place));
            case Content.Contacts contacts -> contacts(contacts);
            case Content.Choice choice ->
                List.of(Parts.card(
                        Icons.TAPPED,
                        choice.title(),
                        texts.say("choice." + choice.kind().name()),
                        choice.description().orElse("")));
            case Content.Form form -> List.of(form(form));
            case Content.CallPermission permission ->
                List.of(Parts.card(
                        Icons.CALL,
                        texts.say("content.call-permission"),
                        texts.say(wording.permissionKey(permission))));
            case Content.Call call ->
                List.of(Parts.card(Icons.CALL, wording.call(call), texts.say("content.call-hint")));
            case Content.Order order -> new OrderNodes(desk).of(order, this::words);
            case Content.Notice notice -> List.of(words(notice.body()));
            case Content.Unsupported unsupported -> List.of(unsupported(unsupported));
            case Content.Reaction reaction -> List.of(words(reaction.emoji()));
            case Content.Unknown unknown -> List.of(unknown(unknown));
            case Content.Withheld _ ->
                List.of(Parts.card(
                        Icons.HIDDEN, wording.summary(row.message().content()), texts.say("content.hidden-why")));
        };
    }

    /** Text that can be marked; one to three emoji alone are drawn large. */
    SelectableText words(String body) {
        var words = new SelectableText(body, desk, selection);
        if (desk.emoji().alone(body, LARGE_EMOJI) > 0) {
            words.getStyleClass().add("large-emoji");
        }
        return words;
    }

    private List<Node> media(Content.Media media, Optional<BubbleRow.MediaFacts> facts) {
        String kind = texts.say("media." + media.kind().name());
        String size = facts.flatMap(BubbleRow.MediaFacts::bytes)
                .map(desk.times()::size)
                .orElse("");
        String state = texts.say("media-state."
                + facts.map(BubbleRow.MediaFacts::state)
                        .orElse(BubbleRow.MediaFacts.State.ON_ITS_WAY)
                        .name());
        String title = media.fileName().orElse(kind);
        String about = joined(media.fileName().isPresent() ? kind : "", format(media), size);
        var nodes = new ArrayList<Node>();
        nodes.add(Parts.card(icon(media.kind()), title, about, state));
        media.caption().map(this::words).ifPresent(nodes::add);
        return nodes;
    }

    /** "PDF" of application/pdf, "JPEG" of image/jpeg; long technical names are left out. */
    private static String format(Content.Media media) {
        String sub =
                media.mimeType().replaceFirst(";.*", "").replaceFirst(".*/", "").strip();
        return sub.length() <= 5 ? sub.toUpperCase(Locale.ROOT) : "";
    }

    private static String joined(String... parts) {
        return String.join(
                " · ", List.of(parts).stream().filter(part -> !part.isBlank()).toList());
    }

    private static Icons icon(MediaKind kind) {
        return switch (kind) {
            case IMAGE -> Icons.IMAGE;
            case VIDEO -> Icons.VIDEO;
            case AUDIO -> Icons.AUDIO;
            case VOICE -> Icons.VOICE;
            case DOCUMENT -> Icons.DOCUMENT;
            case STICKER -> Icons.EMOJI;
        };
    }

    private Node place(Content.Location place) {
        String coordinates = String.format(Locale.ROOT, "%.5f, %.5f", place.latitude(), place.longitude());
        HBox card = Parts.card(
                Icons.PLACE,
                place.name().orElseGet(() -> texts.say("content.place")),
                place.address().orElse(""),
                coordinates);
        Parts.addBelow(
                card,
                Parts.button(
                        texts.say("bubble.map"),
                        Icons.OUTSIDE,
                        () -> desk.actions().open(map(place))));
        return card;
    }

    private static URI map(Content.Location place) {
        return URI.create(String.format(
                Locale.ROOT,
                "https://www.openstreetmap.org/?mlat=%1$.6f&mlon=%2$.6f#map=16/%1$.6f/%2$.6f",
                place.latitude(),
                place.longitude()));
    }

    private List<Node> contacts(Content.Contacts contacts) {
        var nodes = new ArrayList<Node>();
        for (Content.Card card : contacts.cards()) {
            var box = Parts.card(
                    Icons.PERSON,
                    card.name().orElseGet(() -> texts.say("content.card-nameless")),
                    card.organisation().orElse(""));
            card.phones().forEach(phone -> Parts.addBelow(box, words(phone)));
            card.emails().forEach(mail -> Parts.addBelow(box, words(mail)));
            nodes.add(box);
        }
        if (contacts.ownNumber()) {
            nodes.add(Parts.line(Icons.INFO, texts.say("content.own-number")));
        }
        return nodes;
    }

    private Node form(Content.Form form) {
        HBox card = Parts.card(Icons.FORM, form.body().orElse(form.name()), texts.say("content.form"));
        RawJson.fields(form.response()).forEach((name, value) -> Parts.addBelow(card, words(name + ": " + value)));
        return card;
    }

    private Node unsupported(Content.Unsupported unsupported) {
        String code = unsupported.code() == 0 ? "" : texts.say("content.code", unsupported.code());
        return Parts.card(
                Icons.INFO,
                wording.unsupported(unsupported),
                texts.say("content.unsupported-hint"),
                joined(unsupported.details().orElse(""), code));
    }

    private Node unknown(Content.Unknown unknown) {
        HBox card =
                Parts.card(Icons.CODE, texts.say("content.unknown", unknown.type()), texts.say("content.unknown-hint"));
        Parts.addBelow(card, new RawJson(unknown.raw(), texts));
        return card;
    }
}
