// SPDX-License-Identifier: Apache-2.0
package baton.console.conversation;

import baton.console.Icons;
import baton.console.Link;
import baton.domain.Author;
import baton.domain.Message;
import baton.domain.Quote;
import baton.domain.Referral;
import baton.domain.SendingState;
import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.VBox;

/** The bubble itself: where it came from, what it answers, what it says. Screen's thread only. */
final class BubbleBox extends VBox {
    private final BubbleRow row;
    private final Desk desk;
    private final Wording wording;

    /** {@code jump}: goes to the message that is quoted. */
    BubbleBox(BubbleRow row, Desk desk, Selection selection, Consumer<BubbleRow.QuotedLine.Source> jump) {
        this.row = row;
        this.desk = desk;
        this.wording = new Wording(desk);
        getStyleClass().addAll("bubble", style());
        if (row.isOutside()) {
            getStyleClass().add("outside");
        }
        if (row.message()
                .sending()
                .filter(sending -> sending.state() == SendingState.FAILED)
                .isPresent()) {
            getStyleClass().add("failed");
        }
        if (row.message().note()) {
            getChildren()
                    .add(Parts.line(Icons.LOCK, desk.texts().say("bubble.note-by", wording.writer(row)), "note-head"));
        }
        if (row.isDeleted()) {
            getChildren().add(Parts.line(Icons.DELETED, desk.texts().say("bubble.deleted"), "deleted"));
        } else {
            addMessage(selection, jump);
        }
    }

    private void addMessage(Selection selection, Consumer<BubbleRow.QuotedLine.Source> jump) {
        Message message = row.message();
        message.marks().referral().map(this::referral).ifPresent(getChildren()::add);
        message.quote().ifPresent(this::addForward);
        row.quote().map(quote -> quote(quote, jump)).ifPresent(getChildren()::add);
        message.quote().flatMap(Quote::product).map(this::product).ifPresent(getChildren()::add);
        getChildren().addAll(new ContentNodes(desk, selection).of(row));
    }

    private String style() {
        boolean isAutomatic = row.message().author() instanceof Author.Automatic;
        return switch (row.side()) {
            case CUSTOMER -> "in";
            case OURS -> isAutomatic ? "auto" : "out";
            case NOTE -> "note";
            case PLATFORM -> "platform";
        };
    }

    private void addForward(Quote quote) {
        Optional<String> key = switch (quote.forward()) {
            case NO -> Optional.empty();
            case ONCE -> Optional.of("bubble.forwarded");
            case OFTEN -> Optional.of("bubble.forwarded-often");
        };
        key.ifPresent(
                it -> getChildren().add(Parts.line(Icons.FORWARD, desk.texts().say(it), "muted-line")));
    }

    /** A click or Enter goes to the source. */
    private Node quote(BubbleRow.QuotedLine quote, Consumer<BubbleRow.QuotedLine.Source> jump) {
        var box = new VBox();
        box.getStyleClass().add("quote");
        quote.source()
                .ifPresentOrElse(
                        source -> {
                            box.getChildren()
                                    .addAll(
                                            Parts.label(wording.quotedWriter(source), "text-small", "strong"),
                                            quoted(wording.summary(source.content())));
                            box.getStyleClass().add("reachable");
                            box.setOnMouseClicked(event -> {
                                if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
                                    jump.accept(source);
                                    event.consume();
                                }
                            });
                        },
                        () -> box.getChildren().add(quoted(desk.texts().say("bubble.answers-unknown"))));
        box.setAccessibleText(wording.quoted(quote));
        return box;
    }

    /** At most about two lines of it: who wants more clicks. */
    private static Node quoted(String words) {
        int most = 140;
        String shortened = words.codePointCount(0, words.length()) <= most
                ? words
                : words.substring(0, words.offsetByCodePoints(0, most)) + "…";
        return Parts.label(shortened, "text-small", "detail");
    }

    private Node referral(Referral referral) {
        var card = Parts.card(
                Icons.ADVERT,
                referral.headline().orElseGet(() -> desk.texts().say("bubble.advert")),
                desk.texts().say("bubble.advert-why"),
                referral.body().orElse(""));
        referral.url().flatMap(BubbleBox::address).ifPresent(address -> {
            Button open = Parts.button(
                    desk.texts().say("bubble.open", address.getHost()),
                    Icons.OUTSIDE,
                    () -> desk.actions().open(address));
            Parts.addBelow(card, open);
        });
        return card;
    }

    private static Optional<URI> address(String url) {
        return Link.in(url).stream()
                .findFirst()
                .map(found -> found.link().address())
                .filter(it -> it.getHost() != null);
    }

    private Node product(Quote.Product product) {
        return Parts.card(Icons.PRODUCT, product.retailerId(), desk.texts().say("bubble.product"));
    }
}
