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
import baton.domain.ConversationId;
import baton.sync.Draft;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The text in the box while what is kept of it is being read. */
final class DraftTextTest {
    private final PretendHub hub = new PretendHub();
    private final Texts texts = new Texts(Language.ENGLISH, Locale.US);
    private final Deque<Runnable> background = new ArrayDeque<>();
    private final Ticker ticker = new Ticker(hub::now, Runnable::run, broken -> {
        throw broken;
    });
    private final DraftText draft = new DraftText(new Seat(
            hub, Runnable::run, background::add, ticker, texts, new Times(texts, ZoneOffset.UTC), new Emoji()));
    private final ConversationId bo = hub.customer("Bo", "821012345678", "Hello", Duration.ofMinutes(5));

    private void read() {
        while (!background.isEmpty()) {
            background.remove().run();
        }
    }

    private void kept(String reply) {
        hub.saveDraft(Draft.none(bo).withReply(reply));
    }

    @Test
    void keysTypedBeforeTheDraftIsReadAreNotLost() {
        kept("Good morning");
        draft.open(bo, _ -> {});
        draft.textProperty().set("Just a mo");
        read();
        assertThat(draft.textProperty().get()).isEqualTo("Good morning\nJust a mo");
        assertThat(hub.draft(bo).reply()).isEqualTo("Good morning\nJust a mo");
        draft.open(bo, _ -> {});
        read();
        assertThat(draft.textProperty().get()).isEqualTo("Good morning\nJust a mo");
    }

    @Test
    void whatIsTypedIntoAnEmptyBoxMeanwhileIsAllThereIs() {
        draft.open(bo, _ -> {});
        draft.textProperty().set("Hi");
        read();
        assertThat(draft.textProperty().get()).isEqualTo("Hi");
        assertThat(hub.draft(bo).reply()).isEqualTo("Hi");
    }

    @Test
    void aTextThatComesBackMeanwhileIsShownAndKept() {
        kept("since then");
        draft.open(bo, _ -> {});
        draft.restore(bo, "refused", false);
        read();
        assertThat(draft.textProperty().get()).isEqualTo("refused\nsince then");
        assertThat(hub.draft(bo).reply()).isEqualTo("refused\nsince then");
    }

    @Test
    void whoTurnsToANoteMeanwhileWritesANote() {
        kept("Good morning");
        draft.open(bo, _ -> {});
        draft.noteProperty().set(true);
        read();
        assertThat(draft.noteProperty().get()).isTrue();
        assertThat(draft.textProperty().get()).isEmpty();
        draft.noteProperty().set(false);
        assertThat(draft.textProperty().get()).isEqualTo("Good morning");
    }

    @Test
    void whatIsOnItsWayOutIsNotShownAsADraft() {
        Sent sent = new Sent(bo, "Good morning", false);
        kept("Good morning ");
        draft.open(bo, _ -> {});
        read();
        draft.sent(sent);
        draft.open(hub.customer("Dewi", "6281", "Halo", Duration.ofMinutes(1)), _ -> {});
        draft.open(bo, _ -> {});
        read();
        assertThat(draft.textProperty().get()).isEmpty();
        draft.left(sent);
        draft.restore(bo, sent.text(), false);
        assertThat(draft.textProperty().get()).as("it did not go").isEqualTo("Good morning");
    }

    @Test
    void aTextThatNeverLeftIsNotDoubledForABlankAtItsEnd() {
        kept("Good morning ");
        draft.open(bo, _ -> {});
        read();
        draft.restore(bo, "Good morning", false);
        assertThat(draft.textProperty().get()).isEqualTo("Good morning");
    }

    @Test
    void keysTypedIntoWhatIsSetAsideGoWithIt() {
        kept("Dear Bo");
        draft.open(bo, _ -> {});
        read();
        hub.saveDraft(Draft.none(bo));
        draft.recheck(_ -> {});
        Runnable answer = background.remove();
        draft.textProperty().set("Dear Bo,");
        hub.saveDraft(Draft.none(bo)); // refused: it was set aside
        answer.run();
        assertThat(draft.textProperty().get()).isEmpty();
        assertThat(hub.draft(bo).isEmpty()).isTrue();
    }

    @Test
    void whatWasSetAsideLeavesTheBoxAndNothingElseDoes() {
        kept("Dear Bo");
        draft.open(bo, _ -> {});
        read();
        draft.recheck(_ -> {});
        read();
        assertThat(draft.textProperty().get()).isEqualTo("Dear Bo");
        hub.saveDraft(Draft.none(bo));
        draft.recheck(_ -> {});
        read();
        assertThat(draft.textProperty().get()).isEmpty();
    }
}
