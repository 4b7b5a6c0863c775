// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import baton.domain.Command;
import baton.domain.CommandId;
import baton.domain.Content;
import baton.domain.ConversationId;
import baton.domain.CustomerId;
import baton.domain.DeliveryId;
import baton.domain.Fence;
import baton.domain.MessageId;
import baton.domain.Person;
import baton.domain.PersonId;
import baton.domain.Refusal;
import baton.domain.Role;
import baton.domain.Settlement;
import baton.run.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * One signed-in desk: everything a screen shows and everything it can ask. Reading never waits for the network; what changes
 * comes to the listeners. Safe from any thread. Before {@link #usable()} whatever needs the files has them opened and waits for them (about
 * half a second after a cold start).
 */
public interface Workspace extends AutoCloseable {

    /**
     * Opens the desk's files in the background and begins to follow the hub. Never waits for the hub, but for the key ring, which may ask the person: not
     * for the screen's thread. Refuses with {@link SilentKeyRing}, and with {@link java.io.UncheckedIOException} where the folder cannot be used.
     */
    static Workspace open(WorkspaceSettings settings) {
        return open(settings, CompletableFuture.completedFuture(null));
    }

    /**
     * The same; where there is a first page kept of last time, files are opened and rows are read once {@code drawn} completes, so that they do not compete
     * with the window that shows it.
     */
    static Workspace open(WorkspaceSettings settings, CompletableFuture<Void> drawn) {
        return LiveWorkspace.open(settings, Files.of(settings), drawn);
    }

    /** Completes when there is something to see: the first page kept of last time or, without one, the files. Fails as {@link #usable}. */
    CompletableFuture<Void> shown();

    /**
     * Completes when the files are open: everything can be asked. By itself it has nothing opened. Fails when they cannot be (another console has this desk open, no
     * disk).
     */
    CompletableFuture<Void> usable();

    /** Completes when all rows are there; until then they are those of the first page kept of last time. Fails as {@link #usable}. */
    CompletableFuture<Void> ready();

    // Who and when

    PersonId me();

    /**
     * The role of the last sign-in; the hub enforces it, the screen greys what it refuses. Waits for the first page kept of last time: who has the
     * role has its rows too.
     */
    Role role();

    /** Everybody of the team, also who left. */
    List<Person> people();

    /** The hub's time as far as it can be known here: the machine's clock and the offset measured at every poll. */
    Instant now();

    LinkState link();

    Protection protection();

    /** Signs the same person in again, after {@link LinkState.SignedOut}; everything goes on from where it stood. */
    CompletableFuture<SignInAnswer> signIn(Secret password);

    /** Ends the sign-in here and, if it can be reached, at the hub. Files stay; drafts and outbox wait. */
    void signOut();

    /** Hears of every change from now on; ask for the state after this call, so that nothing falls between. */
    void listen(WorkspaceListener listener);

    // What a screen shows

    /** All rows of a view, the one that changed last first. */
    List<ConversationRow> rows(View view);

    /** How many rows each view has. */
    Map<View, Integer> counts();

    Optional<ConversationRow> row(ConversationId conversation);

    /** All of one customer, and of those who count as them since they were merged, the one that changed last first. */
    List<ConversationRow> rowsOf(CustomerId customer);

    /** The hold in force now; empty when the conversation is free. */
    default Optional<Hold> hold(ConversationId conversation) {
        return row(conversation).flatMap(row -> row.heldAt(now()));
    }

    /** Who touched this conversation in the last minutes, this desk's person too. */
    List<AtWork> atWork(ConversationId conversation);

    /**
     * What the replica has, at once.
     *
     * @param before only messages with a lower id; empty for the newest page
     * @param limit 1 to 500
     */
    MessagePage messages(ConversationId conversation, Optional<MessageId> before, int limit);

    /**
     * The same page, with what is missing fetched from the hub first. Never fails: when the hub cannot be reached, the page
     * says that more is to be had there.
     */
    CompletableFuture<MessagePage> fetchMessages(ConversationId conversation, Optional<MessageId> before, int limit);

    // Commands. The answer comes when the hub has decided, except where it says otherwise.

    /** Takes the conversation (SPEC.md T4). Always asked at once and never queued: a lock cannot be promised offline. */
    default CompletableFuture<CommandAnswer> claim(ConversationId conversation) {
        return ask(new Command.Claim(conversation));
    }

    default CompletableFuture<CommandAnswer> release(ConversationId conversation) {
        return ask(new Command.Release(conversation));
    }

    default CompletableFuture<CommandAnswer> resolve(ConversationId conversation) {
        return ask(new Command.Resolve(conversation));
    }

    default CompletableFuture<CommandAnswer> reopen(ConversationId conversation) {
        return ask(new Command.Reopen(conversation));
    }

    /** What a reply written now has seen: my claim and the newest customer message; empty when I do not hold it. */
    default Optional<Fence> fence(ConversationId conversation) {
        return row(conversation)
                .flatMap(row -> row.heldAt(now())
                        .filter(Hold::mine)
                        .map(hold -> new Fence(
                                hold.claim(), row.conversation().traffic().lastInbound())));
    }

    /** Why this reply would be refused by what is known here; colours the button. The hub decides. */
    Optional<Refusal> refuseReply(Command.Reply reply);

    /**
     * Sends a text. It is in the desk file before anything else, the reply draft of the conversation is cleared with it, and
     * a bubble is shown. The answer is the hub's; {@code Queued} when the hub cannot be reached, {@code Refused} when the
     * gate says no, {@code NotKept} when the disk is full. What was refused by the hub, now or later, stands among the draft's returned texts.
     */
    CompletableFuture<CommandAnswer> reply(Command.Reply reply);

    /** A note for the team; on its way like {@link #reply}. */
    CompletableFuture<CommandAnswer> note(Command.Note note);

    /** Takes back a reply that the hub has but has not sent yet (SPEC.md B10). */
    default CompletableFuture<CommandAnswer> undo(MessageId message) {
        return ask(new Command.Undo(message));
    }

    /** Takes back what waits in the outbox and was never asked for; its text returns to the draft. False when it is too late. */
    boolean takeBack(CommandId queued);

    /** Puts an emoji on a message or, empty, takes it away. Never queued. */
    default CompletableFuture<CommandAnswer> react(
            ConversationId conversation, Fence fence, MessageId message, String emoji) {
        Content reaction = new Content.Reaction(message, emoji);
        return ask(new Command.Reply(conversation, fence, reaction, Optional.empty(), false));
    }

    /** Decides about an uncertain reply (SPEC.md C5). */
    default CompletableFuture<CommandAnswer> settle(MessageId message, Settlement settlement) {
        return ask(new Command.Settle(message, settlement));
    }

    /** Everything up to this journal number has been looked at. */
    default CompletableFuture<CommandAnswer> markRead(ConversationId conversation, long upTo) {
        return ask(new Command.MarkRead(conversation, upTo));
    }

    /** Any other command, asked at once and never queued. */
    CompletableFuture<CommandAnswer> ask(Command command);

    /**
     * What the hub received and where it went in the last {@code days} (1 to 31), asked now; at a start once the window is drawn, which need not wait for
     * it. Never fails but with the desk.
     */
    CompletableFuture<BooksAnswer> books(int days);

    /** Takes a delivery in again whose entries were set aside, for admins (SPEC.md B2). */
    default CompletableFuture<CommandAnswer> replay(DeliveryId delivery) {
        return ask(new Command.Replay(delivery));
    }

    /** The person typed; tells the hub at most every 3 s, never waits, and is lost when offline (SPEC.md T4, T5). */
    void typing(ConversationId conversation);

    /** The person scrolled, clicked or looked; tells the hub at most every 10 s. */
    void touched(ConversationId conversation);

    // What the desk keeps for its person

    /** What is half written there. */
    Draft draft(ConversationId conversation);

    /**
     * Keeps what is half written; on the disk within 500 ms. Returned texts are not changed by this, whatever the draft says of
     * them.
     */
    void saveDraft(Draft draft);

    /** The person has dealt with a text that came back. */
    void forgetReturned(ConversationId conversation, CommandId id);

    /** Conversations with something half written or come back. */
    List<ConversationId> drafts();

    /** Drafts without a conversation any more; kept so that nothing typed is lost. */
    List<Orphan> orphans();

    /** Replies and notes on their way, in the order written. */
    List<Outgoing> outgoing();

    OutboxCounts outbox();

    /** Something about the screen that was remembered: positions, sizes, the open view. */
    Optional<String> remembered(String key);

    /** What was remembered when the desk was last left in order; empty without a first page, for which it waits. */
    Optional<String> lastRemembered(String key);

    /** Remembers it; on the disk within 500 ms. */
    void remember(String key, String value);

    /** Looks at the hub at once instead of waiting for the next attempt: the window woke up, the network changed. */
    void wake();

    /** Keeps what is unsaved and lets go of files and connections. */
    @Override
    void close();
}
