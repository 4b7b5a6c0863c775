// SPDX-License-Identifier: Apache-2.0
package baton.console.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import baton.console.Emoji;
import baton.console.Language;
import baton.console.Seat;
import baton.console.Texts;
import baton.console.Ticker;
import baton.console.Times;
import baton.console.shell.PretendHub;
import baton.domain.Author;
import baton.domain.CommandId;
import baton.domain.Content;
import baton.domain.ConversationId;
import baton.domain.Message;
import baton.domain.MessageId;
import baton.sync.Changes;
import baton.sync.ConversationRow;
import baton.sync.LinkState;
import baton.sync.MessagePage;
import baton.sync.Outgoing;
import baton.sync.Workspace;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The open conversation while pages and news come in any order. Nothing runs by itself: a test says when. */
final class TranscriptModelTest {
    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");

    private final PretendHub hub = new PretendHub();
    private final Texts texts = new Texts(Language.ENGLISH, Locale.US);
    private final Deque<Runnable> background = new ArrayDeque<>();
    private final Deque<Runnable> screen = new ArrayDeque<>();
    private final List<Optional<MessageId>> asked = new ArrayList<>();
    private final Ticker ticker = new Ticker(hub::now, screen::add, broken -> {
        throw broken;
    });
    private final ConversationId bo = hub.customer("Bo", "821012345678", "Hello", Duration.ofMinutes(5));
    private final TranscriptModel model = new TranscriptModel(new Seat(
            paged(), screen::add, background::add, ticker, texts, new Times(texts, ZoneOffset.UTC), new Emoji()));

    private Optional<MessagePage> here = Optional.empty();
    private CompletableFuture<MessagePage> fetching = CompletableFuture.completedFuture(page(MessagePage.Older.AT_HUB));

    /** The pretended hub, but for its pages. */
    private Workspace paged() {
        return (Workspace) Proxy.newProxyInstance(
                Workspace.class.getClassLoader(), new Class<?>[] {Workspace.class}, (_, method, values) -> {
                    if (method.getName().equals("messages")) {
                        return here.orElseThrow(() -> new IllegalStateException("the disk is gone"));
                    }
                    if (method.getName().equals("fetchMessages")) {
                        asked.add(((Optional<?>) values[1]).map(MessageId.class::cast));
                        return fetching;
                    }
                    return called(method, values);
                });
    }

    private Object called(Method method, Object[] values) throws Throwable {
        try {
            return method.invoke(hub, values);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    private void atHub(MessagePage page) {
        fetching = CompletableFuture.completedFuture(page);
    }

    private MessagePage page(MessagePage.Older older, Message... messages) {
        return new MessagePage(bo, List.of(messages), List.of(), older);
    }

    private Message message(long id, long version, String words) {
        return new Message(
                new MessageId(id),
                version,
                bo,
                new Author.Customer(),
                false,
                new Content.Text(words),
                NOON,
                NOON,
                Optional.empty(),
                Optional.empty(),
                Message.Marks.NONE,
                Optional.empty());
    }

    private ConversationRow row() {
        return hub.row(bo).orElseThrow();
    }

    private static void run(Deque<Runnable> waiting) {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    private void open(MessagePage page) {
        here = Optional.of(page);
        model.open(row());
        run(background);
        run(screen);
    }

    private void news(Message... messages) {
        model.changed(changes(List.of(), Map.of(bo, List.of(messages)), Map.of(), Optional.empty()));
        run(screen);
    }

    private static Changes changes(
            List<ConversationRow> rows,
            Map<ConversationId, List<Message>> messages,
            Map<ConversationId, List<Outgoing>> outgoing,
            Optional<LinkState> link) {
        return new Changes(
                false, rows, List.of(), messages, outgoing, List.of(), List.of(), List.of(), link, Optional.empty());
    }

    private List<String> words() {
        return model.shownProperty().get().map(Transcript::rows).orElse(List.of()).stream()
                .map(each -> each.message().content().words())
                .toList();
    }

    @Test
    void anOldMessageThatChangesLeavesNoGapBehindIt() {
        Message[] newest = LongStream.rangeClosed(201, 300)
                .mapToObj(id -> message(id, id, "line " + id))
                .toArray(Message[]::new);
        open(page(MessagePage.Older.HERE, newest));
        news(message(5, 301, "edited"));
        assertThat(words()).hasSize(100).doesNotContain("edited");
        model.older();
        assertThat(asked).containsExactly(Optional.of(new MessageId(201)));
        news(message(250, 302, "edited too"));
        assertThat(words()).hasSize(100).contains("edited too");
    }

    @Test
    void whatCameWhileThePageWasReadStays() {
        here = Optional.of(page(MessagePage.Older.NONE, message(7, 7, "as it was")));
        model.open(row());
        run(background);
        news(message(7, 9, "as it is"), message(8, 8, "and then"));
        assertThat(words()).containsExactly("as it is", "and then");
        atHub(page(MessagePage.Older.NONE, message(7, 7, "as it was")));
        model.older();
        run(screen);
        assertThat(words()).containsExactly("as it is", "and then");
    }

    @Test
    void nothingIsShownBeforeThePageSoThatItsUnreadLineIsThere() {
        here = Optional.of(page(MessagePage.Older.NONE, message(7, 7, "Hello")));
        model.open(row());
        model.changed(changes(List.of(row()), Map.of(), Map.of(), Optional.empty()));
        assertThat(model.shownProperty().get()).isEmpty();
        run(background);
        run(screen);
        assertThat(model.shownProperty().get().flatMap(Transcript::unread)).contains(new MessageId(7));
    }

    @Test
    void aReplyThatWasTakenWhileThePageWasReadHasNoBubbleBesideIt() {
        Outgoing reply =
                new Outgoing(new CommandId("c-1"), bo, "On its way", false, Optional.empty(), NOON, Optional.empty());
        here = Optional.of(
                new MessagePage(bo, List.of(message(7, 7, "Hello")), List.of(reply), MessagePage.Older.NONE));
        model.open(row());
        run(background);
        model.changed(changes(List.of(), Map.of(), Map.of(bo, List.of()), Optional.empty()));
        news(message(8, 8, "On its way"));
        assertThat(words()).containsExactly("Hello", "On its way");
    }

    @Test
    void whatTheHubDidNotGiveIsAskedForAgainWhenTheLineIsBack() {
        open(page(MessagePage.Older.AT_HUB));
        assertThat(words()).isEmpty();
        assertThat(asked).containsExactly(Optional.empty());
        atHub(page(MessagePage.Older.NONE, message(7, 7, "Hello")));
        LinkState online = new LinkState.Online(NOON, Optional.empty(), Optional.empty());
        link(online);
        assertThat(asked).as("the line was there all the time").hasSize(1);
        link(new LinkState.Connecting(NOON));
        link(online);
        assertThat(words()).containsExactly("Hello");
        link(new LinkState.Connecting(NOON));
        link(online);
        assertThat(asked).as("and not once more").hasSize(2);
    }

    @Test
    void whatTheHubDidNotGiveIsAskedForAgainAfterHalfAMinute() {
        open(page(MessagePage.Older.AT_HUB));
        hub.wait(Duration.ofSeconds(29));
        ticker.tick();
        assertThat(asked).hasSize(1);
        hub.wait(Duration.ofSeconds(1));
        ticker.tick();
        assertThat(asked).hasSize(2);
        ticker.tick();
        assertThat(asked).as("the answer is awaited").hasSize(2);
    }

    @Test
    void aPageThatCouldNotBeFetchedIsAskedForAgain() {
        fetching = CompletableFuture.failedFuture(new IllegalStateException("the disk is gone"));
        open(page(MessagePage.Older.AT_HUB));
        fetching = CompletableFuture.completedFuture(page(MessagePage.Older.NONE, message(7, 7, "Hello")));
        hub.wait(Duration.ofSeconds(30));
        ticker.tick();
        run(screen);
        assertThat(words()).containsExactly("Hello");
    }

    private void link(LinkState next) {
        model.changed(changes(List.of(), Map.of(), Map.of(), Optional.of(next)));
        run(screen);
    }

    @Test
    void noOtherConversationIsShownWhereThePageCannotBeRead() {
        open(page(MessagePage.Older.NONE, message(7, 7, "Hello")));
        assertThat(words()).containsExactly("Hello");
        here = Optional.empty();
        model.open(row());
        run(background);
        run(screen);
        assertThat(model.shownProperty().get()).isEmpty();
    }
}
