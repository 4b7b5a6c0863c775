// SPDX-License-Identifier: Apache-2.0
package baton.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import baton.console.Screens;
import baton.console.conversation.Box;
import baton.domain.ConversationId;
import baton.domain.Failure;
import baton.domain.Role;
import baton.sync.LinkState;
import baton.sync.View;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** What goes wrong at a desk is a sentence in place, nothing typed is lost, and one goes on without starting again. */
final class BadInputTest {
    private static final Failure NOT_TAKEN =
            new Failure(131_026, "Message undeliverable", Optional.empty(), Optional.empty());

    private final FxRobot robot = new FxRobot();
    private final PretendHub hub = new PretendHub();
    private ConversationId dewi = new ConversationId(1);
    private Walk walk;

    @BeforeAll
    static void startScreens() {
        Screens.start();
    }

    @BeforeEach
    void openDesk() {
        dewi = Floor.fill(hub).getFirst();
        walk = Walk.inWindow(hub);
        robot.interact(() -> walk.window.model().inbox().viewProperty().set(View.ALL));
        robot.interact(() -> walk.window.model().click(dewi));
        robot.interact(() -> walk.window.list());
        WaitForAsyncUtils.waitForFxEvents();
    }

    @AfterEach
    void closeDesk() {
        walk.close();
    }

    @Test
    void aMessageThePlatformRefusedSaysWhyAndIsWrittenAgainByItsButton() {
        sendAndFail("Sudah dikirim kak");
        Button retry = retry();
        assertThat(words(retry.getParent().getParent()))
                .as("the sentence the root names for it, in words")
                .anyMatch(said -> said.startsWith("WhatsApp refused the message"));
        robot.interact(retry::fire);
        assertThat(text()).isEqualTo("Sudah dikirim kak");
        robot.interact(() -> walk.window.model().composer().send());
        assertThat(hub.outgoing()).hasSize(1);
    }

    @Test
    void aMessageThePlatformRefusedIsWrittenAgainByKeysAlone() {
        sendAndFail("Sudah dikirim kak");
        robot.interact(() -> walk.window.scene().getRoot().lookup("#bubbles").requestFocus());
        robot.type(KeyCode.UP, KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        MenuItem first = Screens.on(() -> Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .map(ContextMenu.class::cast)
                .findFirst()
                .orElseThrow()
                .getItems()
                .getFirst());
        assertThat(first.getText()).isEqualTo("Write again");
        robot.interact(() -> {
            first.fire();
            first.getParentPopup().hide();
        });
        assertThat(text()).isEqualTo("Sudah dikirim kak");
    }

    @Test
    void aTextOf200EmojiIsSentWholeAndDrawn() {
        String many = "👩🏽‍🚀".repeat(100) + "🇰🇷".repeat(100);
        write(many);
        assertThat(walk.window.model().composer().canSend()).isTrue();
        robot.interact(() -> walk.window.model().composer().send());
        hub.take();
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(said()).endsWith(many);
        robot.interact(() -> Screens.settle(walk.window.scene()));
        assertThat(walk.window.scene().getRoot().lookupAll("#bubbles .emoji")).hasSizeGreaterThanOrEqualTo(200);
    }

    @Test
    void aTextOf4096CharactersGoesAndOneMoreIsKeptWithItsCountInSight() {
        write("가".repeat(4_097));
        Label count = robot.lookup("#composer-count").query();
        Button send = robot.lookup("#composer-send").query();
        assertThat(count.getText()).isEqualTo("4,097 / 4,096");
        assertThat(send.isDisabled()).isTrue();
        write("가".repeat(4_096));
        assertThat(send.isDisabled()).isFalse();
        robot.interact(send::fire);
        hub.take();
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(said().getLast()).hasSize(4_096);
    }

    @Test
    void aSessionThatEndedIsToldInPlaceAndSignedInAgainThere() {
        write("half a sent");
        hub.setLink(new LinkState.SignedOut(hub.now(), LinkState.Ended.BY_HUB));
        assertThat(banner()).isNotBlank();
        Node password = robot.lookup("#banner-password").query();
        assertThat(password.isVisible()).isTrue();
        robot.clickOn(password).write("wrong").type(KeyCode.ENTER);
        assertThat(banner()).contains("password");
        assertThat(text()).isEqualTo("half a sent");
        hub.setLink(online());
        assertThat(isThere("#banner-words")).isFalse();
        assertThat(text()).isEqualTo("half a sent");
    }

    @ParameterizedTest
    @EnumSource(LinkState.Unusable.class)
    void whatCannotBeMendedByWaitingIsSaidAndPassesWithoutARestart(LinkState.Unusable why) {
        write("half a sent");
        hub.setLink(new LinkState.Refused(hub.now(), why, "technical words"));
        assertThat(banner()).isNotBlank().doesNotContain("technical words");
        assertThat(isThere("#banner-again")).isTrue();
        hub.setLink(online());
        assertThat(isThere("#banner-words")).isFalse();
        assertThat(text()).isEqualTo("half a sent");
    }

    @ParameterizedTest
    @EnumSource(LinkState.Trouble.class)
    void aHubThatIsNotThereIsSaidAndWritingGoesOn(LinkState.Trouble trouble) {
        hub.setLink(new LinkState.Offline(hub.now(), trouble, "technical words"));
        assertThat(banner()).isNotBlank().doesNotContain("technical words");
        write("still here");
        robot.interact(() -> walk.window.model().composer().send());
        assertThat(hub.outgoing()).hasSize(1);
        assertThat(banner()).contains("1 text waits");
    }

    @Test
    void whatCouldNotBeAskedIsSaidUntilTheLineIsBack() {
        LinkState online = hub.link();
        robot.interact(() -> walk.window.model().conversation().release());
        hub.setLink(new LinkState.Offline(hub.now(), LinkState.Trouble.NOT_RUNNING, "technical words"));
        robot.interact(() -> walk.window.model().conversation().claim());
        assertThat(robot.lookup("#composer-trouble").queryAs(Label.class).getText())
                .contains("cannot be reached");
        hub.setLink(online);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(walk.window.model().conversation().troubleProperty().get()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatAFullDiskCannotKeepStaysInTheBoxWithTheReason(boolean isNote) {
        robot.interact(() -> walk.window.model().composer().noteProperty().set(isNote));
        write("half a sentence");
        hub.setFull(true);
        robot.interact(() -> walk.window.model().composer().send());
        assertThat(text()).isEqualTo("half a sentence");
        assertThat(robot.lookup("#composer-trouble").queryAs(Label.class).getText())
                .contains("no room");
        assertThat(hub.outgoing()).isEmpty();
        hub.setFull(false);
        robot.interact(() -> walk.window.model().composer().send());
        assertThat(hub.outgoing()).hasSize(1);
        assertThat(text()).isEmpty();
    }

    @Test
    void whoMayNoLongerWriteIsToldByTheBoxAndTheDraftIsKept() {
        write("half a sent");
        hub.setRole(Role.ANALYST);
        hub.setLink(online());
        walk.pass(Duration.ofSeconds(1));
        assertThat(walk.window.model().composer().boxProperty().get()).isNotEqualTo(Box.REPLY);
        assertThat(walk.window.model().composer().canSend()).isFalse();
        assertThat(hub.draft(dewi).reply()).isEqualTo("half a sent");
        hub.setRole(Role.AGENT);
        walk.pass(Duration.ofSeconds(1));
        assertThat(walk.window.model().composer().boxProperty().get()).isEqualTo(Box.REPLY);
        assertThat(text()).isEqualTo("half a sent");
    }

    private void sendAndFail(String said) {
        write(said);
        robot.interact(() -> walk.window.model().composer().send());
        hub.take();
        hub.refused(dewi, NOT_TAKEN);
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> Screens.settle(walk.window.scene()));
    }

    private Button retry() {
        return walk.window.scene().getRoot().lookupAll("#bubbles .bubble-button").stream()
                .filter(node -> node.getId() != null && node.getId().startsWith("retry-"))
                .map(Button.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> words(Node box) {
        return box.lookupAll(".label").stream()
                .map(Labeled.class::cast)
                .map(Labeled::getText)
                .toList();
    }

    private List<String> said() {
        return walk.window.model().transcript().shownProperty().get().orElseThrow().rows().stream()
                .map(row -> row.message().content().words())
                .toList();
    }

    private void write(String said) {
        robot.interact(() -> walk.window.model().composer().textProperty().set(said));
    }

    private String text() {
        WaitForAsyncUtils.waitForFxEvents();
        return walk.window.model().composer().textProperty().get();
    }

    private String banner() {
        WaitForAsyncUtils.waitForFxEvents();
        return robot.lookup("#banner-words").queryAs(Label.class).getText();
    }

    private boolean isThere(String id) {
        WaitForAsyncUtils.waitForFxEvents();
        return Optional.ofNullable(walk.window.scene().getRoot().lookup(id))
                .filter(node -> node.isVisible() && node.getParent().isVisible())
                .isPresent();
    }

    private LinkState online() {
        return new LinkState.Online(hub.now(), Optional.empty(), Optional.empty());
    }
}
