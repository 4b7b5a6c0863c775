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

/** The workspace that follows a hub, with what its {@link Opening} has opened so far. */
final class LiveWorkspace implements Workspace {
    private final WorkspaceSettings settings;
    private final Surface surface;
    private final Files files;
    private final Opening opening;

    private LiveWorkspace(WorkspaceSettings settings, Files files, CompletableFuture<Void> drawn) {
        this.settings = settings;
        this.surface = Surface.of(settings.person(), settings.clock());
        this.files = files;
        this.opening = new Opening(settings, files, surface, drawn);
    }

    static Workspace open(WorkspaceSettings settings, Files files, CompletableFuture<Void> drawn) {
        LiveWorkspace workspace = new LiveWorkspace(settings, files, drawn);
        workspace.opening.begin();
        return workspace;
    }

    /** For what cannot do without the files. */
    private OpenDesk desk() {
        return opening.needed().join();
    }

    @Override
    public CompletableFuture<Void> shown() {
        return opening.shown();
    }

    @Override
    public CompletableFuture<Void> usable() {
        return opening.desk().thenAccept(_ -> {});
    }

    @Override
    public CompletableFuture<Void> ready() {
        return opening.desk().thenCompose(OpenDesk::ready);
    }

    @Override
    public PersonId me() {
        return settings.person();
    }

    @Override
    public Role role() {
        return opening.now()
                .map(open -> open.credentials.role())
                .or(() -> opening.page().map(FirstPage.Content::role))
                .or(() -> settings.pass().map(Pass::role))
                .orElse(Role.AGENT);
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
        return opening.needed()
                .thenCompose(open -> CompletableFuture.supplyAsync(() -> open.signIn(password), open.threads()));
    }

    @Override
    public void signOut() {
        CompletableFuture<Void> _ = opening.needed().thenAccept(OpenDesk::signOut);
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
        return opening.needed().thenCompose(open -> open.fetch(conversation, before, limit));
    }

    @Override
    public Optional<Refusal> refuseReply(Command.Reply reply) {
        return desk().gate.refuse(reply);
    }

    @Override
    public CompletableFuture<CommandAnswer> reply(Command.Reply reply) {
        return reply.content() instanceof Content.Reaction
                ? ask(reply)
                : opening.needed().thenCompose(open -> open.write(reply));
    }

    @Override
    public CompletableFuture<CommandAnswer> note(Command.Note note) {
        return opening.needed().thenCompose(open -> open.write(note));
    }

    @Override
    public boolean takeBack(CommandId queued) {
        return desk().outbox.takeBack(queued);
    }

    @Override
    public CompletableFuture<CommandAnswer> ask(Command command) {
        return opening.needed().thenCompose(open -> open.asking.ask(command));
    }

    @Override
    public CompletableFuture<BooksAnswer> books(int days) {
        return opening.desk().thenCompose(open -> opening.drawn().thenCompose(_ -> open.books(days)));
    }

    @Override
    public void typing(ConversationId conversation) {
        CompletableFuture<Void> _ = opening.needed().thenAccept(open -> open.signals.typing(conversation));
    }

    @Override
    public void touched(ConversationId conversation) {
        CompletableFuture<Void> _ = opening.needed().thenAccept(open -> open.signals.touched(conversation));
    }

    @Override
    public Draft draft(ConversationId conversation) {
        return desk().drafts.read(conversation);
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
        return opening.now().map(open -> open.outbox.counts()).orElse(OutboxCounts.NONE);
    }

    @Override
    public Optional<String> remembered(String key) {
        return desk().drafts.remembered(key);
    }

    @Override
    public Optional<String> lastRemembered(String key) {
        return opening.page().map(last -> last.remembered().get(key));
    }

    @Override
    public void remember(String key, String value) {
        desk().drafts.remember(key, value);
    }

    @Override
    public void wake() {
        CompletableFuture<Void> _ = opening.desk().thenAccept(OpenDesk::wake);
    }

    @Override
    public void close() {
        opening.close();
        surface.announcer().close();
    }
}
