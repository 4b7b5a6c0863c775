// SPDX-License-Identifier: Apache-2.0
package baton.console.shell;

import baton.domain.Author;
import baton.domain.Claim;
import baton.domain.ClaimNumber;
import baton.domain.Command;
import baton.domain.CommandId;
import baton.domain.Content;
import baton.domain.Conversation;
import baton.domain.ConversationId;
import baton.domain.Customer;
import baton.domain.CustomerId;
import baton.domain.Failure;
import baton.domain.Fence;
import baton.domain.Identity;
import baton.domain.Line;
import baton.domain.Message;
import baton.domain.MessageId;
import baton.domain.NumberId;
import baton.domain.Person;
import baton.domain.PersonId;
import baton.domain.Refusal;
import baton.domain.Role;
import baton.domain.Sending;
import baton.domain.SendingState;
import baton.domain.Settlement;
import baton.domain.Traffic;
import baton.domain.Waiting;
import baton.policy.ReplyGate;
import baton.policy.ServiceWindow;
import baton.run.Secret;
import baton.sync.AtWork;
import baton.sync.BooksAnswer;
import baton.sync.Changes;
import baton.sync.CommandAnswer;
import baton.sync.ConversationRow;
import baton.sync.Draft;
import baton.sync.Hold;
import baton.sync.LinkState;
import baton.sync.MessagePage;
import baton.sync.Orphan;
import baton.sync.OutboxCounts;
import baton.sync.Outgoing;
import baton.sync.Protection;
import baton.sync.Returned;
import baton.sync.SignInAnswer;
import baton.sync.View;
import baton.sync.Workspace;
import baton.sync.WorkspaceListener;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/** A desk whose hub stands in memory and answers at once, except that replies wait until {@link #take()}. Any thread, one at a time. */
public final class PretendHub implements Workspace {
    public static final PersonId ME = new PersonId("jisoo");
    public static final PersonId MINA = new PersonId("mina");
    private static final Duration LEASE = Duration.ofMinutes(7);
    private static final Duration IDLE = Duration.ofMinutes(3);

    private record Going(Outgoing outgoing, CompletableFuture<CommandAnswer> answer) {}

    private final Map<ConversationId, ConversationRow> rows = new TreeMap<>();
    private final Map<ConversationId, List<Message>> messages = new HashMap<>();
    private final Map<ConversationId, Draft> drafts = new HashMap<>();
    private final Map<String, String> remembered = new HashMap<>();
    private final Map<String, String> firstPage = new HashMap<>();
    private CompletableFuture<Void> usable = CompletableFuture.completedFuture(null);
    private final List<WorkspaceListener> listeners = new ArrayList<>();
    private final List<Going> going = new ArrayList<>();
    private final List<MessageId> undone = new ArrayList<>();
    private final List<Command> asked = new ArrayList<>();
    private final List<Long> looked = new ArrayList<>();
    private Optional<CommandAnswer> lookAnswer = Optional.empty();
    private CompletableFuture<BooksAnswer> books =
            CompletableFuture.completedFuture(new BooksAnswer.NotTold("nobody asked"));
    private Instant now = Instant.parse("2026-11-22T05:22:00Z");
    private LinkState link = new LinkState.Online(
            Instant.parse("2026-11-22T00:00:00Z"),
            Optional.of(Duration.ofMillis(180)),
            Optional.of(Duration.ofMillis(410)));
    private Role role = Role.AGENT;
    private long seq = 1000;
    private final List<Runnable> claims = new ArrayList<>();
    private boolean isBusy;
    private boolean isFull;
    private Optional<ConversationId> unreadable = Optional.empty();

    // What a test does

    /** A desk that begins with this on its first page and in its files, which are not open yet. */
    public void keepShut(Map<String, String> page, Map<String, String> files) {
        firstPage.putAll(page);
        remembered.putAll(files);
        usable = new CompletableFuture<>();
    }

    /** The files are open now. */
    public void openFiles() {
        usable.complete(null);
    }

    public ConversationId customer(String name, String phone, String said, Duration ago) {
        ConversationId id = new ConversationId(++seq);
        CustomerId customerId = new CustomerId(++seq);
        Customer customer = new Customer(
                customerId,
                seq,
                now.minus(Duration.ofDays(40)),
                Optional.of(name),
                Optional.empty(),
                List.of(Identity.phone(phone), Identity.bsuid("US.1349" + phone)),
                Optional.empty(),
                List.of(),
                true,
                Optional.empty());
        Conversation conversation = new Conversation(
                id,
                seq,
                customerId,
                new NumberId("49301234567"),
                true,
                now.minus(ago),
                new Claim.Free(),
                Optional.empty(),
                Traffic.NONE);
        messages.put(id, new ArrayList<>());
        rows.put(id, row(conversation, customer));
        writes(id, said, now.minus(ago));
        return id;
    }

    /** The customer writes. */
    public void writes(ConversationId id, String said, Instant at) {
        Message message = message(id, new Author.Customer(), said, at, false, Optional.empty());
        add(message);
        change(id, conversation -> {
            Traffic traffic = conversation.traffic();
            return conversation.withTraffic(traffic.withWindowFrom(at)
                    .withLastInbound(message.id().value())
                    .withUnread(traffic.unread() + 1)
                    .withWaiting(traffic.waiting()
                            .wrote(new Waiting.Start(message.id().value(), at), traffic.pending())));
        });
    }

    /** The same, a minute ago. */
    public void writes(ConversationId id, String said) {
        writes(id, said, now);
    }

    /** Somebody of the team answers, and it arrived. */
    public void answered(ConversationId id, PersonId by, String said, Instant at) {
        Sending read = Sending.queued(new Fence(new ClaimNumber(1), 0), at).in(SendingState.READ);
        add(message(id, new Author.Person(by), said, at, false, Optional.of(read)));
        change(
                id,
                conversation -> conversation.withTraffic(
                        conversation.traffic().withUnread(0).withWaiting(Waiting.NOBODY)));
    }

    public void noted(ConversationId id, PersonId by, String said, Instant at) {
        add(message(id, new Author.Person(by), said, at, true, Optional.empty()));
    }

    public void heldBy(ConversationId id, PersonId holder) {
        change(id, conversation -> conversation.withClaim(held(holder)));
    }

    public void setLink(LinkState next) {
        link = next;
        tell(new Changes(
                false,
                List.of(),
                List.of(),
                Map.of(),
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.of(next),
                Optional.of(outbox())));
    }

    /** From now on the desk's disk is full, or has room. */
    public void setFull(boolean next) {
        isFull = next;
    }

    public void setRole(Role next) {
        role = next;
    }

    /** The clock goes on. */
    public void wait(Duration length) {
        now = now.plus(length);
    }

    /** The hub takes the oldest reply that is on its way. */
    public void take() {
        Going first = going.removeFirst();
        Outgoing text = first.outgoing();
        Optional<Sending> sending = text.note()
                ? Optional.empty()
                : Optional.of(
                        Sending.queued(new Fence(new ClaimNumber(1), 0), now).in(SendingState.ACCEPTED));
        Message message = message(text.conversation(), new Author.Person(ME), text.text(), now, text.note(), sending);
        add(message);
        change(
                text.conversation(),
                conversation -> text.note()
                        ? conversation
                        : conversation.withTraffic(conversation
                                .traffic()
                                .withWaiting(Waiting.NOBODY)
                                .withUnread(0)));
        tellOutgoing(text.conversation());
        first.answer().complete(new CommandAnswer.Done(message.id().value(), Map.of()));
    }

    /** Claims are answered no sooner than {@link #answerClaim}. */
    public void keepClaims() {
        isBusy = true;
    }

    /** The oldest that was kept. */
    public void answerClaim() {
        claims.removeFirst().run();
    }

    /** Nothing can be read of that conversation. */
    public void damage(ConversationId id) {
        unreadable = Optional.of(id);
    }

    /** The oldest reply waits for the line. */
    public void queue() {
        Going first = going.getFirst();
        first.answer().complete(new CommandAnswer.Queued(first.outgoing().id()));
    }

    /** The oldest text comes back: the customer has written since. */
    public void giveBack() {
        Going first = going.removeFirst();
        Outgoing text = first.outgoing();
        Refusal refusal = Refusal.because(Refusal.Reason.NEWER_MESSAGE, Map.of());
        Draft kept = draft(text.conversation());
        List<Returned> texts = new ArrayList<>(kept.returned());
        texts.add(new Returned(text.id(), text.text(), text.note(), Returned.Why.REFUSED, Optional.of(refusal), now));
        Draft draft =
                new Draft(text.conversation(), kept.reply(), kept.note(), kept.writingNote(), kept.quote(), texts);
        saveDraft(draft);
        tell(new Changes(
                false,
                List.of(),
                List.of(),
                Map.of(),
                Map.of(text.conversation(), List.of()),
                List.of(draft),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.of(outbox())));
        first.answer().complete(new CommandAnswer.GivenBack(new CommandAnswer.Refused(refusal, Optional.empty())));
    }

    /** What comes of it when something was looked at; without an answer it counts as read. */
    public void lookingIsAnswered(CommandAnswer answer) {
        lookAnswer = Optional.of(answer);
    }

    /** Up to which message something was looked at, as often as it was told. */
    public List<Long> looked() {
        return looked;
    }

    /** The platform refused the newest message there. */
    public void refused(ConversationId id, Failure why) {
        Message last = messages.getOrDefault(id, List.of()).getLast();
        Sending failed = last.sending().orElseThrow().in(SendingState.FAILED).failing(why);
        messages.getOrDefault(id, new ArrayList<>()).removeLast();
        add(last.withSending(failed));
    }

    public List<MessageId> undone() {
        return undone;
    }

    // What the desk asks

    @Override
    public CompletableFuture<Void> ready() {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<Void> shown() {
        return ready();
    }

    @Override
    public CompletableFuture<Void> usable() {
        return usable.copy();
    }

    @Override
    public PersonId me() {
        return ME;
    }

    @Override
    public Role role() {
        return role;
    }

    @Override
    public List<Person> people() {
        return List.of(new Person(ME, 1, "Jisoo", role, true), new Person(MINA, 2, "Mina", Role.AGENT, true));
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public LinkState link() {
        return link;
    }

    @Override
    public Protection protection() {
        return Protection.MEMORY_ONLY;
    }

    @Override
    public CompletableFuture<SignInAnswer> signIn(Secret password) {
        return CompletableFuture.completedFuture(new SignInAnswer.Refused("no"));
    }

    @Override
    public void signOut() {}

    @Override
    public void listen(WorkspaceListener listener) {
        listeners.add(listener);
    }

    @Override
    public List<ConversationRow> rows(View view) {
        return rows.values().stream()
                .filter(row -> view.shows(row.conversation(), ME))
                .toList();
    }

    @Override
    public Map<View, Integer> counts() {
        Map<View, Integer> counts = new EnumMap<>(View.class);
        for (View view : View.values()) {
            counts.put(view, rows(view).size());
        }
        return counts;
    }

    @Override
    public Optional<ConversationRow> row(ConversationId conversation) {
        return Optional.ofNullable(rows.get(conversation));
    }

    @Override
    public List<ConversationRow> rowsOf(CustomerId customer) {
        return rows.values().stream()
                .filter(row -> row.customer().id().equals(customer))
                .toList();
    }

    @Override
    public Optional<Hold> hold(ConversationId conversation) {
        return row(conversation).flatMap(row -> row.heldAt(now));
    }

    @Override
    public List<AtWork> atWork(ConversationId conversation) {
        return List.of();
    }

    @Override
    public MessagePage messages(ConversationId id, Optional<MessageId> before, int limit) {
        if (unreadable.equals(Optional.of(id))) {
            throw new IllegalStateException("the disk is gone");
        }
        return new MessagePage(id, messages.getOrDefault(id, List.of()), outgoing(id), MessagePage.Older.NONE);
    }

    @Override
    public CompletableFuture<MessagePage> fetchMessages(ConversationId id, Optional<MessageId> before, int limit) {
        return CompletableFuture.completedFuture(messages(id, before, limit));
    }

    @Override
    public CompletableFuture<CommandAnswer> claim(ConversationId id) {
        if (link instanceof LinkState.Offline offline) {
            return CompletableFuture.completedFuture(new CommandAnswer.NotReachable(offline.detail()));
        }
        if (isBusy) {
            CompletableFuture<CommandAnswer> answer = new CompletableFuture<>();
            claims.add(() -> {
                CompletableFuture<Void> _ = decided(id).thenAccept(answer::complete);
            });
            return answer;
        }
        return decided(id);
    }

    private CompletableFuture<CommandAnswer> decided(ConversationId id) {
        Optional<Hold> other = hold(id).filter(hold -> !hold.mine());
        return other.map(hold -> refused(Refusal.because(
                        Refusal.Reason.HELD_BY_OTHER,
                        Map.of(
                                "holder",
                                hold.holder().value(),
                                "until",
                                hold.until().toString()))))
                .orElseGet(() -> done(id, conversation -> conversation.withClaim(held(ME))));
    }

    @Override
    public CompletableFuture<CommandAnswer> release(ConversationId id) {
        return done(id, conversation -> conversation.withClaim(new Claim.Free()));
    }

    @Override
    public CompletableFuture<CommandAnswer> resolve(ConversationId id) {
        return done(id, conversation -> conversation.withOpen(false).withClaim(new Claim.Free()));
    }

    @Override
    public CompletableFuture<CommandAnswer> reopen(ConversationId id) {
        return done(id, conversation -> conversation.withOpen(true));
    }

    @Override
    public Optional<Fence> fence(ConversationId id) {
        return hold(id).filter(Hold::mine).map(hold -> new Fence(hold.claim(), 0));
    }

    @Override
    public Optional<Refusal> refuseReply(Command.Reply reply) {
        return row(reply.conversation())
                .flatMap(row -> ReplyGate.refuse(
                        row.conversation(), Optional.empty(), ME, reply.fence(), reply.content(), now));
    }

    @Override
    public CompletableFuture<CommandAnswer> reply(Command.Reply reply) {
        return goes(reply.conversation(), reply.content().words(), false);
    }

    @Override
    public CompletableFuture<CommandAnswer> note(Command.Note note) {
        return goes(note.conversation(), note.text(), true);
    }

    @Override
    public CompletableFuture<CommandAnswer> undo(MessageId message) {
        undone.add(message);
        return CompletableFuture.completedFuture(new CommandAnswer.Done(++seq, Map.of()));
    }

    @Override
    public boolean takeBack(CommandId queued) {
        Optional<Outgoing> found =
                outgoing().stream().filter(each -> each.id().equals(queued)).findFirst();
        found.ifPresent(text -> {
            going.removeIf(each -> each.outgoing().equals(text));
            saveDraft(draft(text.conversation()).withReply(text.text()));
            tellOutgoing(text.conversation());
        });
        return found.isPresent();
    }

    @Override
    public CompletableFuture<CommandAnswer> react(ConversationId id, Fence fence, MessageId message, String emoji) {
        return CompletableFuture.completedFuture(new CommandAnswer.Done(++seq, Map.of()));
    }

    @Override
    public CompletableFuture<CommandAnswer> settle(MessageId message, Settlement settlement) {
        return CompletableFuture.completedFuture(new CommandAnswer.Done(++seq, Map.of()));
    }

    @Override
    public CompletableFuture<CommandAnswer> markRead(ConversationId id, long upTo) {
        looked.add(upTo);
        return lookAnswer
                .map(CompletableFuture::completedFuture)
                .orElseGet(() -> done(
                        id,
                        conversation ->
                                conversation.withTraffic(conversation.traffic().withUnread(0))));
    }

    /** What the hub's books say from now on. */
    public void setBooks(BooksAnswer answer) {
        books = CompletableFuture.completedFuture(answer);
    }

    /** The hub does not answer for now; the future answers later. */
    public CompletableFuture<BooksAnswer> holdBooks() {
        books = new CompletableFuture<>();
        return books;
    }

    /** Commands asked so far. */
    public List<Command> asked() {
        return asked;
    }

    @Override
    public CompletableFuture<BooksAnswer> books(int days) {
        return books;
    }

    @Override
    public CompletableFuture<CommandAnswer> ask(Command command) {
        asked.add(command);
        Map<String, String> facts = switch (command) {
            case Command.Replay _ -> Map.of("result", "ACCEPTED");
            case Command.PutAway _ -> Map.of("result", "PUT_AWAY");
            default -> Map.of();
        };
        return CompletableFuture.completedFuture(new CommandAnswer.Done(++seq, facts));
    }

    @Override
    public void typing(ConversationId conversation) {}

    @Override
    public void touched(ConversationId conversation) {}

    @Override
    public Draft draft(ConversationId conversation) {
        return drafts.getOrDefault(conversation, Draft.none(conversation));
    }

    @Override
    public void saveDraft(Draft draft) {
        drafts.put(draft.conversation(), draft);
    }

    @Override
    public void forgetReturned(ConversationId conversation, CommandId id) {
        Draft kept = draft(conversation);
        List<Returned> left =
                kept.returned().stream().filter(each -> !each.id().equals(id)).toList();
        saveDraft(new Draft(conversation, kept.reply(), kept.note(), kept.writingNote(), kept.quote(), left));
    }

    @Override
    public List<ConversationId> drafts() {
        return List.copyOf(drafts.keySet());
    }

    @Override
    public List<Outgoing> outgoing() {
        return going.stream().map(Going::outgoing).toList();
    }

    @Override
    public List<Orphan> orphans() {
        return List.of();
    }

    @Override
    public OutboxCounts outbox() {
        return new OutboxCounts(going.size(), 0);
    }

    @Override
    public Optional<String> remembered(String key) {
        return Optional.ofNullable(remembered.get(key));
    }

    @Override
    public Optional<String> lastRemembered(String key) {
        return Optional.ofNullable(firstPage.get(key));
    }

    @Override
    public void remember(String key, String value) {
        remembered.put(key, value);
    }

    @Override
    public void wake() {}

    @Override
    public void close() {}

    // How

    private CompletableFuture<CommandAnswer> goes(ConversationId id, String text, boolean isNote) {
        if (isFull) {
            return CompletableFuture.completedFuture(new CommandAnswer.NotKept("no space"));
        }
        Outgoing outgoing =
                new Outgoing(new CommandId("c" + ++seq), id, text, isNote, Optional.empty(), now, Optional.empty());
        var answer = new CompletableFuture<CommandAnswer>();
        going.add(new Going(outgoing, answer));
        drafts.compute(id, (_, kept) -> {
            Draft draft = kept == null ? Draft.none(id) : kept;
            return draft.withText(isNote, "");
        });
        tellOutgoing(id);
        return answer;
    }

    private static CompletableFuture<CommandAnswer> refused(Refusal refusal) {
        return CompletableFuture.completedFuture(new CommandAnswer.Refused(refusal, Optional.of("no")));
    }

    private CompletableFuture<CommandAnswer> done(ConversationId id, UnaryOperator<Conversation> change) {
        change(id, change);
        return CompletableFuture.completedFuture(new CommandAnswer.Done(++seq, Map.of()));
    }

    private Claim.Held held(PersonId holder) {
        return new Claim.Held(new ClaimNumber(++seq), holder, now, LEASE, Duration.ofMinutes(15), IDLE);
    }

    private Message message(
            ConversationId id, Author author, String said, Instant at, boolean note, Optional<Sending> sending) {
        MessageId message = new MessageId(++seq);
        return new Message(
                message,
                seq,
                id,
                author,
                note,
                new Content.Text(said),
                at,
                at,
                Optional.empty(),
                Optional.empty(),
                Message.Marks.NONE,
                sending);
    }

    private void add(Message message) {
        ConversationId id = message.conversation();
        messages.getOrDefault(id, new ArrayList<>()).add(message);
        Line line = new Line(
                message.id(),
                message.author(),
                message.note(),
                "Text",
                message.content().words(),
                message.at(),
                Optional.empty());
        change(
                id,
                conversation -> conversation.withTraffic(conversation.traffic().withLast(line)));
        tell(new Changes(
                false,
                List.of(),
                List.of(),
                Map.of(id, List.of(message)),
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty()));
    }

    private void change(ConversationId id, UnaryOperator<Conversation> change) {
        ConversationRow before = row(id).orElseThrow();
        ConversationRow after = row(change.apply(before.conversation()), before.customer());
        rows.put(id, after);
        tell(new Changes(
                false,
                List.of(after),
                List.of(),
                Map.of(),
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty()));
    }

    private ConversationRow row(Conversation conversation, Customer customer) {
        Optional<Hold> hold = conversation.claim() instanceof Claim.Held held
                ? Optional.of(new Hold(
                        held.number(),
                        held.holder(),
                        held.holder().equals(ME) ? "Jisoo" : "Mina",
                        held.until(Optional.empty()),
                        held.holder().equals(ME)))
                : Optional.empty();
        return new ConversationRow(conversation, customer, hold, ServiceWindow.closesAt(conversation.traffic()));
    }

    private List<Outgoing> outgoing(ConversationId id) {
        return outgoing().stream()
                .filter(each -> each.conversation().equals(id))
                .toList();
    }

    private void tellOutgoing(ConversationId id) {
        tell(new Changes(
                false,
                List.of(),
                List.of(),
                Map.of(),
                Map.of(id, outgoing(id)),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.of(outbox())));
    }

    private void tell(Changes changes) {
        listeners.forEach(listener -> listener.changed(changes));
    }
}
