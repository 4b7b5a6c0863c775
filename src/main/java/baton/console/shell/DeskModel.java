// SPDX-License-Identifier: Apache-2.0
package baton.console.shell;

import baton.console.CustomerName;
import baton.console.Seat;
import baton.console.connection.ConnectionModel;
import baton.console.conversation.ComposerModel;
import baton.console.conversation.ConversationModel;
import baton.console.conversation.Standing;
import baton.console.conversation.TranscriptModel;
import baton.console.conversation.UndoModel;
import baton.console.customer.CustomerModel;
import baton.console.inbox.InboxModel;
import baton.domain.ConversationId;
import baton.sync.Changes;
import baton.sync.CommandAnswer;
import baton.sync.ConversationRow;
import baton.sync.Hold;
import baton.sync.LinkState;
import baton.sync.View;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The whole desk: which conversation is open, and what one does with it and the list together. Screen's thread only. */
public final class DeskModel {
    private final Seat seat;
    private final InboxModel inbox;
    private final UndoModel undo;
    private final ConversationModel conversation;
    private final TranscriptModel transcript;
    private final ComposerModel composer;
    private final CustomerModel customer;
    private final LinkModel link;
    private final ConnectionModel connection;

    /** What was last told to have been looked at. */
    private Optional<Look> looked = Optional.empty();

    private record Look(ConversationId conversation, long upTo) {}

    public DeskModel(Seat seat) {
        this.seat = seat;
        this.inbox = new InboxModel(seat);
        this.undo = new UndoModel(seat.ticker());
        this.conversation = new ConversationModel(seat, undo);
        this.transcript = new TranscriptModel(seat);
        this.composer = new ComposerModel(seat, conversation, undo);
        this.customer = new CustomerModel(seat);
        this.link = new LinkModel(seat);
        this.connection = new ConnectionModel(seat);
        inbox.chosenProperty().subscribe(chosen -> chosen.ifPresentOrElse(this::show, this::showNothing));
        transcript.shownProperty().subscribe(_ -> look());
    }

    /** Begins to hear of changes. */
    public void listen() {
        seat.workspace().listen(changes -> seat.screen().execute(() -> changed(changes)));
        changed(Changes.everything());
    }

    public Seat seat() {
        return seat;
    }

    public InboxModel inbox() {
        return inbox;
    }

    public UndoModel undo() {
        return undo;
    }

    public ConversationModel conversation() {
        return conversation;
    }

    public TranscriptModel transcript() {
        return transcript;
    }

    public ComposerModel composer() {
        return composer;
    }

    public CustomerModel customer() {
        return customer;
    }

    public LinkModel link() {
        return link;
    }

    public ConnectionModel connection() {
        return connection;
    }

    /** A click on a row: opens it, and takes it if somebody waits there and nobody has it (SPEC.md T4). */
    public void click(ConversationId id) {
        click(id, () -> {});
    }

    /** The same; {@code taken} once it was granted. */
    void click(ConversationId id, Runnable taken) {
        inbox.choose(id);
        if (conversation.isTakenByClick()) {
            conversation.claim(taken);
        }
    }

    /** Resolves the open conversation. */
    public void resolve() {
        after(conversation.resolve(), () -> {});
    }

    /** Resolves the open conversation and goes on to whom it is best to serve next. */
    public void resolveAndNext() {
        Optional<ConversationId> next = conversation.id().flatMap(inbox::nextAfter);
        after(conversation.resolve(), () -> next.ifPresentOrElse(inbox::choose, inbox::chooseNone));
    }

    /** Whether any conversation is with me now. */
    boolean hasActive() {
        return !active().isEmpty();
    }

    /** Goes on (or back) among the conversations that are with me, in the order they were taken, round and round. */
    void nextActive(int by) {
        List<ConversationId> mine = active();
        int from = conversation.id().map(mine::indexOf).orElse(-1);
        int next = from < 0 && by < 0 ? mine.size() - 1 : from + by;
        inbox.choose(mine.get(Math.floorMod(next, mine.size())));
    }

    private List<ConversationId> active() {
        Instant now = seat.ticker().now();
        return seat.workspace().rows(View.ALL).stream()
                .filter(row -> row.heldAt(now).filter(Hold::mine).isPresent())
                .sorted(Comparator.comparingLong(DeskModel::claim))
                .map(ConversationRow::id)
                .toList();
    }

    private static long claim(ConversationRow row) {
        return row.hold().map(hold -> hold.claim().value()).orElse(0L);
    }

    /** What one tells a colleague to find the open conversation; with the customer's name if asked. */
    Optional<String> reference(boolean withName) {
        return conversation
                .rowProperty()
                .get()
                .map(row -> "#" + row.id() + (withName ? " " + CustomerName.of(row.customer()) : ""));
    }

    /** Sends what is written, resolves and goes on. */
    public void sendResolveAndNext() {
        after(composer.send(), this::resolveAndNext);
    }

    void changed(Changes changes) {
        inbox.changed(changes);
        transcript.changed(changes);
        conversation.changed(changes);
        composer.changed(changes);
        customer.changed(changes);
        link.changed(changes);
        look();
    }

    private void after(CompletableFuture<Boolean> deed, Runnable next) {
        CompletableFuture<Void> _ = deed.thenAcceptAsync(
                isDone -> {
                    if (isDone) {
                        next.run();
                    }
                },
                seat.screen());
    }

    private void show(ConversationId id) {
        if (conversation.id().filter(id::equals).isPresent()) {
            return;
        }
        looked = Optional.empty();
        seat.workspace().row(id).ifPresent(row -> {
            transcript.open(row);
            conversation.open(row);
            composer.open(id);
            customer.open(row);
        });
    }

    private void showNothing() {
        transcript.close();
        conversation.close();
        composer.close();
        customer.close();
    }

    /** What its holder has before them counts as looked at. Said once, unless it did not get there. */
    private void look() {
        if (seat.workspace().link() instanceof LinkState.Online) {
            conversation
                    .rowProperty()
                    .get()
                    .filter(this::isUnseen)
                    .map(row -> new Look(row.id(), row.conversation().traffic().lastInbound()))
                    .filter(look -> !looked.equals(Optional.of(look)))
                    .ifPresent(this::look);
        }
    }

    private void look(Look look) {
        looked = Optional.of(look);
        CompletableFuture<Void> _ = seat.workspace()
                .markRead(look.conversation(), look.upTo())
                .thenAcceptAsync(
                        answer -> {
                            if (!(answer instanceof CommandAnswer.Done)) {
                                looked = looked.filter(last -> !last.equals(look));
                            }
                        },
                        seat.screen());
    }

    private boolean isUnseen(ConversationRow row) {
        return row.conversation().traffic().unread() > 0
                && conversation.standingProperty().get() instanceof Standing.Mine
                && transcript.shownProperty().get().isPresent();
    }
}
