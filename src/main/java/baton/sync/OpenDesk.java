// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import baton.domain.Command;
import baton.domain.CommandId;
import baton.domain.ConversationId;
import baton.domain.MessageId;
import baton.domain.Refusal;
import baton.run.Loop;
import baton.run.Secret;
import baton.store.DeskFile;
import baton.store.Replica;
import baton.store.StoreException;
import baton.sync.LinkState.Ended;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A desk whose files are open: its parts wired to each other, and the loops that move them. */
final class OpenDesk implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OpenDesk.class);

    private final Surface surface;
    private final WorkspaceSettings settings;
    private final Files files;
    private final Optional<DeskLock> lock;
    private final DeskFile file;
    private final Replica replica;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ExecutorService writing = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("desk-writing").factory());
    final Credentials credentials;
    final HubClient client;
    final DraftShelf drafts;
    final Outbox outbox;
    final Gate gate;
    final Asking asking;
    final Courier courier;
    final MessageShelf messages;
    final Signals signals;
    private final SigningOut signingOut;
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final Follower follower;
    private final Poller poller;
    private final Loop polling;
    private final Loop carrying;
    private final Loop saving;
    private final Loop filling;
    private final Loop watching;

    /** {@code lock}: on the folder of the files; let go of with them. */
    OpenDesk(WorkspaceSettings settings, Files files, Surface surface, Optional<DeskLock> lock) {
        this.lock = lock;
        this.files = files;
        this.settings = settings;
        this.surface = surface;
        this.file = DeskFile.open(
                files.shelf(), Long.toString(settings.clock().instant().getEpochSecond()));
        file.damaged().ifPresent(aside -> LOG.error("The desk file could not be read and was set aside as {}", aside));
        this.credentials = Credentials.open(file, settings.remember(), settings.pass());
        this.client = new HubClient(settings.hub(), settings.language(), settings.clock(), credentials::token);
        this.drafts = new DraftShelf(file, settings.pace().draft());
        this.replica = openReplica();
        this.outbox = new Outbox(file, drafts, surface, settings.person());
        Disk disk = Disk.under(files.shelf());
        Session session = new Session(client, credentials, surface.link());
        this.gate = new Gate(settings.person(), credentials, surface);
        this.asking = new Asking(session, gate, threads);
        this.courier = new Courier(outbox, gate, session, settings.pace().firstPause());
        this.messages = new MessageShelf(replica, outbox, client, disk, surface.link());
        this.signals = new Signals(client, threads);
        this.signingOut = new SigningOut(session, threads);
        this.follower = new Follower(replica, outbox, drafts, surface);
        this.poller = new Poller(session, follower, new Lineage(replica), surface, disk, settings.pace());
        this.polling = loop("desk-polling", poller);
        this.carrying = loop("desk-carrying", courier);
        this.saving = loop("desk-saving", new Saver(drafts, disk, surface.link(), this::wake));
        this.filling = loop("desk-filling", new Backfill(surface.board(), messages, surface.link(), surface.time()));
        this.watching = loop("desk-watching", new WakeWatch(settings.clock(), WakeWatch::addresses, this::wake));
    }

    /** A damaged copy or one for somebody else is begun anew; only then may the desk file be closed again. */
    private Replica openReplica() {
        try {
            return Replica.open(files.shelf(), owner());
        } catch (RuntimeException broken) {
            file.close();
            client.close();
            throw broken;
        }
    }

    private Replica.Owner owner() {
        return new Replica.Owner(
                settings.hub().url().toString(),
                settings.person(),
                credentials.role().name());
    }

    private static Loop loop(String name, Loop.Step step) {
        return new Loop(name, step, broken -> LOG.error("{} had trouble", name, broken));
    }

    /** Follows the hub, and puts all rows on the board beside that; a copy that is not whole shows what it has first. What sends is judged by rows. */
    void start() {
        try {
            listen();
            int generation = follower.generation();
            boolean isWhole = follower.isWhole();
            if (isWhole) {
                polling.start();
            }
            follower.complete(follower.read(generation));
            if (!isWhole) {
                polling.start();
            }
            follow();
            ready.complete(null);
        } catch (RuntimeException | Error broken) {
            polling.stop();
            follower.giveUp(broken);
            ready.completeExceptionally(broken);
            throw broken;
        }
    }

    /** Completes when all rows are there. */
    CompletableFuture<Void> ready() {
        return ready.copy();
    }

    private void listen() {
        drafts.whenUnsaved(saving::wake);
        saving.start();
        surface.link().watch(this::linkChanged);
        if (credentials.token().isEmpty()) {
            surface.link().signedOut(Ended.NEVER);
        }
    }

    private void follow() {
        List.of(carrying, filling, watching).forEach(Loop::start);
        settings.folder()
                .filter(_ -> settings.remember() && credentials.token().isPresent())
                .ifPresent(folder -> new KnownDesks(folder)
                        .used(settings.hub(), settings.person(), surface.time().instant()));
    }

    private void linkChanged(LinkState state) {
        carrying.wake();
        saving.wake();
        if (state instanceof LinkState.Online) {
            filling.wake();
        }
    }

    ExecutorService threads() {
        return threads;
    }

    /** A page with what is missing fetched from the hub, on a thread of its own. */
    CompletableFuture<MessagePage> fetch(ConversationId conversation, Optional<MessageId> before, int limit) {
        return CompletableFuture.supplyAsync(() -> messages.fetch(conversation, before, limit), threads);
    }

    /** Asks the hub for its books, on a thread of its own. */
    CompletableFuture<BooksAnswer> books(int days) {
        return CompletableFuture.supplyAsync(() -> new BooksReader(client).read(days), threads);
    }

    /** A reply or note: kept, then carried. One thread does it, so that it is kept in the order it was written. */
    CompletableFuture<CommandAnswer> write(Command command) {
        return CompletableFuture.completedFuture(command).thenComposeAsync(this::keep, writing);
    }

    private CompletableFuture<CommandAnswer> keep(Command command) {
        Optional<Refusal> refusal = gate.refuse(command);
        if (refusal.isPresent()) {
            return CompletableFuture.completedFuture(new CommandAnswer.Refused(refusal.get(), Optional.empty()));
        }
        CommandId id = Asking.newId();
        CompletableFuture<CommandAnswer> answer = courier.await(id);
        try {
            outbox.add(id, command);
        } catch (StoreException full) {
            courier.forget(id);
            surface.link().unwritable(String.valueOf(full.getMessage()));
            return CompletableFuture.completedFuture(new CommandAnswer.NotKept(String.valueOf(full.getMessage())));
        }
        carrying.wake();
        return answer;
    }

    void forgetReturned(ConversationId conversation, CommandId id) {
        synchronized (outbox) { // what comes back next is told next
            List<Draft> changed = List.of(drafts.forgetReturned(conversation, id));
            surface.announcer().announce(Changes.of(Map.of(), changed, outbox.counts()));
        }
    }

    void wake() {
        poller.interrupt();
        polling.wake();
        carrying.wake();
        saving.wake();
    }

    SignInAnswer signIn(Secret password) {
        SignInAnswer answer = new SignIn(settings.hub(), settings.language(), settings.clock())
                .attempt(settings.person().value(), password);
        if (answer instanceof SignInAnswer.Welcome welcome) {
            credentials.take(welcome.pass());
            follower.belongTo(owner());
            surface.link().connecting();
            wake();
        }
        return answer;
    }

    void signOut() {
        signingOut.begin(poller::interrupt);
    }

    /** Waits until everything is there. */
    @Override
    public void close() {
        ready.handle((_, _) -> true).join();
        signingOut.await();
        polling.stop();
        poller.interrupt();
        client.close();
        writing.close();
        List.of(polling, carrying, saving, filling, watching).forEach(Loop::close);
        courier.tellQueued();
        try {
            follower.leave();
        } finally { // also where there is no room for it
            threads.shutdown();
            replica.close();
            file.close();
            files.keep(surface.board(), credentials.role(), drafts.remembered());
            lock.ifPresent(DeskLock::close);
        }
    }
}
