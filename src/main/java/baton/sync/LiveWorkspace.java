// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import baton.domain.Command;
import baton.domain.CommandId;
import baton.domain.Content;
import baton.domain.ConversationId;
import baton.domain.CustomerId;
import baton.domain.MessageId;
import baton.domain.Person;
import baton.domain.PersonId;
import baton.domain.Refusal;
import baton.domain.Role;
import baton.run.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The workspace that follows a hub: shows last time's first page as soon as it is read, and does the rest when its files are open. */
final class LiveWorkspace implements Workspace {
    private final WorkspaceSettings settings;
    private final Surface surface;
    private final Files files;
    private final CompletableFuture<Role> lastRole = new CompletableFuture<>();
    private final CompletableFuture<Void> drawn;
    private final CompletableFuture<OpenDesk> desk = new CompletableFuture<>();

    private LiveWorkspace(WorkspaceSettings settings, CompletableFuture<Void> drawn) {
        this.settings = settings;
        this.drawn = drawn;
        this.surface = Surface.of(settings.person(), settings.clock());
        this.files = Files.of(settings);
    }

    static Workspace open(WorkspaceSettings settings, CompletableFuture<Void> drawn) {
        LiveWorkspace workspace = new LiveWorkspace(settings, drawn);
        Thread.ofVirtual().name("desk-opening").start(workspace::openFiles);
        return workspace;
    }

    private void openFiles() {
        Optional<DeskLock> lock = Optional.empty();
        try {
            lastRole.complete(files.show(surface, settings.pass()));
            lock = files.folder().map(DeskLock::take);
            desk.complete(new OpenDesk(settings, files, surface, lock));
            drawn.join();
            desk().start();
        } catch (RuntimeException broken) {
            lastRole.complete(Role.AGENT);
            lock.filter(_ -> !desk.isDone()).ifPresent(DeskLock::close);
            surface.link().unwritable(String.valueOf(broken.getMessage()));
            desk.completeExceptionally(broken);
        }
    }

    private OpenDesk desk() {
        return desk.join();
    }

    @Override
    public CompletableFuture<Void> usable() {
        return desk.thenAccept(_ -> {});
    }

    @Override
    public CompletableFuture<Void> ready() {
        return desk.thenCompose(OpenDesk::ready);
    }

    @Override
    public PersonId me() {
        return settings.person();
    }

    @Override
    public Role role() {
        return desk.isDone() ? desk().credentials.role() : lastRole.join();
    }

    @Override
    public List<Person> people() {
        return surface.board().people();
    }

    @Override
    public Instant now() {
        return surface.time().instant();
    }

    @Override
    public LinkState link() {
        return surface.link().state();
    }

    @Override
    public Protection protection() {
        return files.protection();
    }

    @Override
    public CompletableFuture<SignInAnswer> signIn(Secret password) {
        return desk.thenCompose(open -> CompletableFuture.supplyAsync(() -> open.signIn(password), open.threads()));
    }

    @Override
    public void signOut() {
        CompletableFuture<Void> _ = desk.thenAccept(open -> open.threads().execute(open::signOut));
    }

    @Override
    public void listen(WorkspaceListener listener) {
        surface.announcer().add(listener);
    }

    @Override
    public List<ConversationRow> rows(View view) {
        return surface.board().rows(view);
    }

    @Override
    public Map<View, Integer> counts() {
        return surface.board().counts();
    }

    @Override
    public Optional<ConversationRow> row(ConversationId conversation) {
        return surface.board().row(conversation);
    }

    @Override
    public List<ConversationRow> rowsOf(CustomerId customer) {
        return surface.board().rowsOf(customer);
    }

    @Override
    public List<AtWork> atWork(ConversationId conversation) {
        return surface.presence().in(conversation);
    }

    @Override
    public MessagePage messages(ConversationId conversation, Optional<MessageId> before, int limit) {
        return desk().messages.page(conversation, before, limit);
    }

    @Override
    public CompletableFuture<MessagePage> fetchMessages(
            ConversationId conversation, Optional<MessageId> before, int limit) {
        return desk.thenCompose(open -> open.fetch(conversation, before, limit));
    }

    @Override
    public Optional<Refusal> refuseReply(Command.Reply reply) {
        return desk().gate.refuse(reply);
    }

    @Override
    public CompletableFuture<CommandAnswer> reply(Command.Reply reply) {
        return reply.content() instanceof Content.Reaction ? ask(reply) : desk.thenCompose(open -> open.write(reply));
    }

    @Override
    public CompletableFuture<CommandAnswer> note(Command.Note note) {
        return desk.thenCompose(open -> open.write(note));
    }

    @Override
    public boolean takeBack(CommandId queued) {
        return desk().outbox.takeBack(queued);
    }

    @Override
    public CompletableFuture<CommandAnswer> ask(Command command) {
        return desk.thenCompose(open -> open.asking.ask(command));
    }

    @Override
    public CompletableFuture<BooksAnswer> books(int days) {
        return desk.thenCompose(open -> drawn.thenCompose(_ -> open.books(days)));
    }

    @Override
    public void typing(ConversationId conversation) {
        CompletableFuture<Void> _ = desk.thenAccept(open -> open.signals.typing(conversation));
    }

    @Override
    public void touched(ConversationId conversation) {
        CompletableFuture<Void> _ = desk.thenAccept(open -> open.signals.touched(conversation));
    }

    @Override
    public Draft draft(ConversationId conversation) {
        return desk().drafts.find(conversation);
    }

    @Override
    public void saveDraft(Draft draft) {
        desk().drafts.save(draft);
    }

    @Override
    public void forgetReturned(ConversationId conversation, CommandId id) {
        desk().forgetReturned(conversation, id);
    }

    @Override
    public List<ConversationId> drafts() {
        return desk().drafts.all();
    }

    @Override
    public List<Orphan> orphans() {
        return desk().drafts.orphans();
    }

    @Override
    public List<Outgoing> outgoing() {
        return desk().outbox.bubbles();
    }

    @Override
    public OutboxCounts outbox() {
        return desk.isDone() ? desk().outbox.counts() : OutboxCounts.NONE;
    }

    @Override
    public Optional<String> remembered(String key) {
        return desk().drafts.remembered(key);
    }

    @Override
    public void remember(String key, String value) {
        desk().drafts.remember(key, value);
    }

    @Override
    public void wake() {
        CompletableFuture<Void> _ = desk.thenAccept(OpenDesk::wake);
    }

    @Override
    public void close() {
        drawn.complete(null);
        desk.handle((open, _) -> Optional.ofNullable(open)).join().ifPresent(OpenDesk::close);
        surface.announcer().close();
    }
}
