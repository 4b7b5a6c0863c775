// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import static org.assertj.core.api.Assertions.assertThat;

import baton.domain.Conversation;
import baton.domain.ConversationId;
import baton.domain.Message;
import baton.domain.PersonId;
import baton.domain.Role;
import baton.run.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FollowingTest {
    private final RunningClock clock = new RunningClock();

    @TempDir
    private Path folder;

    private RunningHub hub;
    private Cable cable;
    private final List<Workspace> desks = new ArrayList<>();

    @BeforeEach
    void open() {
        hub = new RunningHub(folder.resolve("hub"), clock);
        cable = new Cable(hub.port());
    }

    @AfterEach
    void close() {
        desks.forEach(Workspace::close);
        cable.close();
        hub.close();
    }

    private Workspace desk(String name) {
        return kept(Desks.inMemory(cable.address(), name, clock));
    }

    private Workspace deskInFolder(String name) {
        return kept(Desks.inFolder(cable.address(), name, folder.resolve("desks"), clock));
    }

    private Workspace again(String name) {
        return kept(Desks.opened(Desks.settings(cable.address(), name, folder.resolve("desks"), clock)));
    }

    private Workspace kept(Workspace desk) {
        desks.add(desk);
        return desk;
    }

    private void leave(Workspace desk) {
        desks.remove(desk);
        desk.close();
    }

    /** The desk shows exactly what the hub has: every conversation, and every message of it. */
    private void assertSame(Workspace desk) {
        Desks.await()
                .untilAsserted(() -> assertThat(conversations(desk))
                        .isEqualTo(hub.inbox().allConversations(Long.MAX_VALUE, 10_000)));
        Desks.await()
                .untilAsserted(
                        () -> assertThat(desk.people()).isEqualTo(hub.inbox().people()));
        for (Conversation conversation : conversations(desk)) {
            assertThat(desk.row(conversation.id()).orElseThrow().customer())
                    .isEqualTo(hub.inbox().customer(conversation.customer()).orElseThrow());
            List<Message> here = desk.fetchMessages(conversation.id(), Optional.empty(), 500)
                    .join()
                    .messages();
            assertThat(here).isEqualTo(hub.inbox().messages(conversation.id(), Long.MAX_VALUE, 500));
        }
    }

    private static List<Conversation> conversations(Workspace desk) {
        return Stream.of(View.ALL, View.RESOLVED)
                .flatMap(view -> desk.rows(view).stream())
                .map(ConversationRow::conversation)
                .sorted(Comparator.comparing(Conversation::id).reversed())
                .toList();
    }

    @Test
    void aDeskShowsWhatWasThereAndWhatComes() {
        ConversationId old = hub.newCustomer("Bo", "hello");
        Workspace desk = desk("mina");
        List<Changes> heard = Desks.heard(desk);
        Desks.online(desk);
        ConversationId fresh = hub.newCustomer("Dewi", "halo");
        hub.says(old, "are you there");
        assertSame(desk);
        assertThat(desk.counts()).containsEntry(View.UNASSIGNED, 2).containsEntry(View.MINE, 0);
        assertThat(desk.row(fresh).orElseThrow().customer().name()).contains("Dewi");
        Desks.await()
                .untilAsserted(() -> assertThat(heard)
                        .anySatisfy(changes -> assertThat(changes.messages().getOrDefault(old, List.of()))
                                .extracting(message -> message.content().words())
                                .contains("are you there")));
        Desks.await()
                .atMost(Desks.HASTY.hold().dividedBy(2)) // told with the message, not with the next answer of the hub
                .until(() -> desk.link() instanceof LinkState.Online online
                        && online.p95().isPresent());
    }

    @Test
    void nothingIsMissedAndNothingDoubledOverAConnectionThatBreaks() {
        List<ConversationId> customers = IntStream.range(0, 4)
                .mapToObj(i -> hub.newCustomer("Customer " + i, "hello"))
                .toList();
        Workspace desk = desk("mina");
        List<Changes> heard = Desks.heard(desk);
        for (int i = 0; i < 60; i++) {
            hub.says(customers.get(i % 4), "line " + i);
            if (i % 7 == 3) {
                cable.interrupt();
            }
            if (i % 20 == 10) {
                cable.cut();
                desk.wake();
            }
            if (i % 20 == 15) {
                cable.mend();
            }
        }
        assertSame(desk);
        long lines = heard.stream()
                .flatMap(changes -> changes.messages().values().stream())
                .flatMap(List::stream)
                .filter(message -> message.content().words().startsWith("line "))
                .count();
        assertThat(lines).as("each message told once at most").isLessThanOrEqualTo(60);
    }

    @Test
    void aDeskThatStartsAgainGoesOnWhereItStood() {
        ConversationId bo = hub.newCustomer("Bo", "hello");
        Workspace first = deskInFolder("mina");
        assertSame(first);
        leave(first);
        hub.says(bo, "still there?");
        hub.newCustomer("Dewi", "halo");
        cable.cut();
        Workspace offline = again("mina");
        assertThat(offline.row(bo)).isPresent();
        assertThat(offline.messages(bo, Optional.empty(), 50).messages())
                .extracting(message -> message.content().words())
                .containsExactly("hello");
        Desks.await().until(() -> offline.link() instanceof LinkState.Offline);
        cable.mend();
        assertSame(offline);
        assertThat(offline.role()).isEqualTo(Role.AGENT);
    }

    @Test
    void aHubThatStartsAgainIsFollowedOn() {
        ConversationId bo = hub.newCustomer("Bo", "hello");
        Workspace desk = desk("mina");
        Desks.online(desk);
        hub.stop();
        Desks.await().until(() -> desk.link() instanceof LinkState.Offline);
        hub.start();
        cable.lead(hub.port());
        hub.says(bo, "after the restart");
        assertSame(desk);
        Desks.online(desk);
    }

    @Test
    void aHubPutBackToAnOlderStateIsNoticedWhenTheDeskIsAhead() {
        ConversationId bo = hub.newCustomer("Bo", "hello");
        Workspace desk = desk("mina");
        hub.stop();
        Path backup = hub.backup(folder.resolve("backup"));
        hub.start();
        cable.lead(hub.port());
        hub.says(bo, "this will be lost");
        Desks.await().until(() -> Desks.texts(desk, bo).contains("this will be lost"));
        hub.stop();
        hub.restore(backup);
        hub.start();
        cable.lead(hub.port());
        assertSame(desk);
        assertThat(Desks.texts(desk, bo)).containsExactly("hello");
    }

    @Test
    void aHubPutBackToAnOlderStateThatHasGoneOnSinceIsNoticedToo() {
        ConversationId bo = hub.newCustomer("Bo", "hello");
        Workspace desk = desk("mina");
        hub.stop();
        Path backup = hub.backup(folder.resolve("backup"));
        hub.start();
        cable.lead(hub.port());
        hub.says(bo, "this will be lost");
        Desks.await().until(() -> Desks.texts(desk, bo).contains("this will be lost"));
        putBackAndGoOn(backup, bo);
        assertSame(desk);
        assertThat(Desks.texts(desk, bo)).hasSize(21).doesNotContain("this will be lost");
    }

    /** While no desk can see it. */
    private void putBackAndGoOn(Path backup, ConversationId customer) {
        cable.cut();
        hub.stop();
        hub.restore(backup);
        hub.start();
        IntStream.range(0, 20).forEach(i -> hub.says(customer, "another story " + i));
        cable.lead(hub.port());
        cable.mend();
    }

    /** What a desk has from pages alone counts as heard: the first news must not be taken for more of the same. */
    @Test
    void aDeskThatHasOnlyPagesNoticesAHubPutBackToo() {
        ConversationId bo = hub.newCustomer("Bo", "hello");
        Pass pass = Desks.pass(cable.address(), "mina", clock);
        hub.stop();
        Path backup = hub.backup(folder.resolve("backup"));
        hub.start();
        cable.lead(hub.port());
        hub.says(bo, "this will be lost");
        cable.loseNews();
        Workspace desk = kept(Desks.opened(
                WorkspaceSettings.inMemory(cable.address(), pass, clock).with(Desks.HASTY)));
        Desks.await().until(() -> desk.row(bo).isPresent());
        assertThat(Desks.texts(desk, bo)).containsExactly("hello", "this will be lost");
        putBackAndGoOn(backup, bo);
        assertSame(desk);
        assertThat(Desks.texts(desk, bo)).hasSize(21).doesNotContain("this will be lost");
    }

    @Test
    void whatWasWrittenForOneCustomerIsNeverShownForAnother() {
        Workspace desk = desk("mina");
        Desks.online(desk);
        hub.stop();
        Path backup = hub.backup(folder.resolve("backup"));
        hub.start();
        cable.lead(hub.port());
        ConversationId bo = hub.newCustomer("Bo", "hello");
        Desks.await().until(() -> desk.row(bo).isPresent());
        desk.saveDraft(desk.draft(bo).withReply("dear Bo"));
        hub.stop();
        hub.restore(backup);
        hub.start();
        cable.lead(hub.port());
        ConversationId dewi = hub.newCustomer("Dewi", "halo");
        assertThat(dewi).as("the number is given out again").isEqualTo(bo);
        Desks.await()
                .until(() ->
                        desk.row(dewi).flatMap(row -> row.customer().name()).equals(Optional.of("Dewi")));
        Desks.await().until(() -> desk.draft(dewi).isEmpty());
        assertThat(desk.orphans())
                .singleElement()
                .satisfies(orphan -> assertThat(orphan.draft().reply()).isEqualTo("dear Bo"));
    }

    @Test
    void anotherHubAtTheSameAddressIsNoticed() {
        hub.newCustomer("Bo", "hello");
        Workspace desk = desk("mina");
        Desks.await().until(() -> desk.rows(View.ALL).size() == 1);
        hub.stop();
        hub = new RunningHub(folder.resolve("another"), clock);
        hub.newCustomer("Stranger", "who are you");
        cable.lead(hub.port());
        Desks.await().until(() -> desk.link() instanceof LinkState.SignedOut);
        desk.signIn(new Secret(RunningHub.PASSWORD)).join();
        assertSame(desk);
    }

    @Test
    void aLongListIsFilledPageByPageAndGoesOnAfterABreak() {
        hub.newCustomers(1_100);
        Workspace first = deskInFolder("mina");
        Desks.await().until(() -> !first.rows(View.ALL).isEmpty());
        leave(first);
        ConversationId late = hub.newCustomer("Late", "me too");
        Workspace second = again("mina");
        Desks.await()
                .untilAsserted(() -> assertThat(conversations(second))
                        .isEqualTo(hub.inbox().allConversations(Long.MAX_VALUE, 10_000)));
        assertThat(Desks.texts(second, late)).containsExactly("me too");
    }

    @Test
    void whoeverWasAwayForLongGetsANewCopyInsteadOfTheWholeWay() {
        ConversationId bo = hub.newCustomer("Bo", "hello");
        Workspace first = deskInFolder("mina");
        assertSame(first);
        leave(first);
        hub.says(bo, 1_500);
        WorkspaceSettings impatient = Desks.settings(cable.address(), "mina", folder.resolve("desks"), clock)
                .with(new WorkspaceSettings.Pace(
                        Duration.ofSeconds(25),
                        Duration.ofMillis(50),
                        Duration.ofMillis(200),
                        Duration.ofMillis(50),
                        1_000));
        Workspace desk = kept(Workspace.open(impatient));
        desk.ready().join();
        List<Changes> heard = Desks.heard(desk);
        assertSame(desk);
        assertThat(heard).anyMatch(Changes::reload);
        assertThat(desk.row(bo).orElseThrow().conversation().traffic().unread()).isEqualTo(1_501);
    }

    @Test
    void twoDesksSeeTheSameAndOnlyOneGetsTheConversation() {
        ConversationId bo = hub.newCustomer("Bo", "hello");
        Workspace mina = desk("mina");
        Workspace jun = desk("jun");
        Desks.claimed(mina, bo);
        assertThat(jun.claim(bo).join())
                .isInstanceOfSatisfying(
                        CommandAnswer.Refused.class,
                        refused -> assertThat(refused.sentence())
                                .hasValueSatisfying(words -> assertThat(words).contains("Dear mina")));
        Desks.await().until(() -> jun.hold(bo).isPresent());
        Hold seenByJun = jun.hold(bo).orElseThrow();
        Hold seenByMina = mina.hold(bo).orElseThrow();
        assertThat(seenByJun.mine()).isFalse();
        assertThat(seenByMina.mine()).isTrue();
        assertThat(seenByJun.until()).isEqualTo(seenByMina.until());
        assertThat(seenByJun.holderName()).isEqualTo("Dear mina");
        assertThat(mina.counts()).containsEntry(View.MINE, 1);
        assertSame(mina);
        assertSame(jun);
    }

    @Test
    void aHoldThatHasRunOutIsNoHoldThoughNobodySaidSo() {
        ConversationId bo = hub.newCustomer("Bo", "hello");
        Workspace mina = desk("mina");
        Desks.claimed(mina, bo);
        clock.pass(Duration.ofMinutes(8));
        assertThat(mina.hold(bo)).isEmpty();
        assertThat(mina.fence(bo)).isEmpty();
    }

    @Test
    void typingStretchesTheHoldForEverybodyToSee() {
        ConversationId bo = hub.newCustomer("Bo", "hello");
        Workspace mina = desk("mina");
        Workspace jun = desk("jun");
        Desks.claimed(mina, bo);
        clock.pass(Duration.ofMinutes(2));
        mina.typing(bo);
        Desks.await().until(() -> !jun.atWork(bo).isEmpty());
        assertThat(jun.atWork(bo).getFirst().person()).isEqualTo(new PersonId("mina"));
        assertThat(jun.atWork(bo).getFirst().typesAt(jun.now())).isTrue();
        clock.pass(Duration.ofMinutes(2));
        assertThat(jun.hold(bo)).as("patience ran anew from the key").isPresent();
    }

    @Test
    void whoeverIsSignedOutSeesEverythingAndGoesOnAfterSigningIn() {
        ConversationId bo = hub.newCustomer("Bo", "hello");
        Workspace desk = desk("mina");
        Desks.online(desk);
        hub.endSessions("mina");
        Desks.await().until(() -> desk.link() instanceof LinkState.SignedOut);
        assertThat(desk.row(bo)).isPresent();
        hub.says(bo, "meanwhile");
        assertThat(desk.signIn(new Secret("not-the-password")).join()).isInstanceOf(SignInAnswer.Refused.class);
        assertThat(desk.signIn(new Secret(RunningHub.PASSWORD)).join()).isInstanceOf(SignInAnswer.Welcome.class);
        assertSame(desk);
    }

    @Test
    void anotherRoleEmptiesTheCopyAndFillsItWithWhatThatRoleMaySee() {
        ConversationId bo = hub.newCustomer("Bo", "a secret");
        Workspace desk = desk("mina");
        Desks.await().until(() -> Desks.texts(desk, bo).contains("a secret"));
        hub.changeRole("mina", Role.ANALYST);
        Desks.await().until(() -> desk.link() instanceof LinkState.SignedOut);
        desk.signIn(new Secret(RunningHub.PASSWORD)).join();
        Desks.online(desk);
        assertThat(desk.role()).isEqualTo(Role.ANALYST);
        assertThat(Desks.texts(desk, bo)).containsExactly("");
        assertThat(desk.row(bo)
                        .orElseThrow()
                        .conversation()
                        .traffic()
                        .last()
                        .orElseThrow()
                        .words())
                .isEmpty();
    }

    @Test
    void aDamagedCopyIsThrownAwayAndWhatThePersonWroteIsKept() throws Exception {
        ConversationId bo = hub.newCustomer("Bo", "hello");
        Workspace first = deskInFolder("mina");
        assertSame(first);
        first.saveDraft(first.draft(bo).withReply("half a sentence"));
        leave(first);
        damage(file("replica.mv.db"));
        Workspace second = again("mina");
        assertSame(second);
        assertThat(second.draft(bo).reply()).isEqualTo("half a sentence");
    }

    @Test
    void aDamagedDeskFileIsSetAsideAndNotDeleted() throws Exception {
        hub.newCustomer("Bo", "hello");
        Workspace first = deskInFolder("mina");
        Desks.online(first);
        leave(first);
        damage(file("desk.mv.db"));
        Workspace second = deskInFolder("mina");
        assertSame(second);
        assertThat(files().stream().map(path -> path.getFileName().toString()))
                .anyMatch(name -> name.endsWith(".damaged"));
    }

    @Test
    void oneDeskIsOpenInOneProgramOnly() {
        Workspace first = deskInFolder("mina");
        Desks.online(first);
        Workspace second =
                kept(Workspace.open(Desks.settings(cable.address(), "mina", folder.resolve("desks"), clock)));
        assertThat(second.ready()).failsWithin(Duration.ofSeconds(20));
        assertThat(first.link()).isInstanceOf(LinkState.Online.class);
    }

    @Test
    void nothingReadableIsOnTheDisk() throws Exception {
        ConversationId bo = hub.newCustomer("Bo Readable", "an unmistakable sentence");
        Workspace desk = deskInFolder("mina");
        assertSame(desk);
        desk.saveDraft(desk.draft(bo).withReply("another unmistakable sentence"));
        leave(desk);
        for (Path file : files().stream().filter(Files::isRegularFile).toList()) {
            String text = Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1);
            assertThat(text).as(file.toString()).doesNotContain("unmistakable").doesNotContain("Readable");
        }
        assertThat(desk.protection()).isIn(Protection.OWNER_ONLY_FILE, Protection.KEY_RING);
    }

    @Test
    void theFirstPageIsThereBeforeTheFilesAreOpen() {
        ConversationId bo = hub.newCustomer("Bo", "hello");
        Workspace first = deskInFolder("mina");
        assertSame(first);
        Role role = first.role();
        leave(first);
        cable.cut();
        Workspace second =
                kept(Workspace.open(Desks.settings(cable.address(), "mina", folder.resolve("desks"), clock)));
        assertThat(second.role()).as("told with the first page").isEqualTo(role);
        assertThat(second.rows(View.ALL)).extracting(ConversationRow::id).containsExactly(bo);
        assertThat(second.row(bo).orElseThrow().customer().name()).contains("Bo");
        second.ready().join();
        assertThat(second.rows(View.ALL)).hasSize(1);
    }

    @Test
    void filesAreOpenedWhenTheFirstPageIsDrawn() {
        ConversationId bo = hub.newCustomer("Bo", "hello");
        Workspace first = deskInFolder("mina");
        assertSame(first);
        first.remember("look.theme", "DARK");
        leave(first);
        CompletableFuture<Void> drawn = new CompletableFuture<>();
        Workspace second =
                kept(Workspace.open(Desks.settings(cable.address(), "mina", folder.resolve("desks"), clock), drawn));
        assertThat(second.lastRemembered("look.theme")).contains("DARK");
        assertThat(second.shown()).isDone();
        assertThat(second.rows(View.ALL)).extracting(ConversationRow::id).containsExactly(bo);
        assertThat(second.outbox()).isEqualTo(OutboxCounts.NONE);
        assertThat(second.usable()).isNotDone();
        drawn.complete(null);
        assertThat(second.usable()).succeedsWithin(Duration.ofSeconds(20));
        assertThat(second.remembered("look.theme")).contains("DARK");
    }

    @Test
    void whoNeedsTheFilesBeforeThatHasThemOpened() {
        ConversationId bo = hub.newCustomer("Bo", "hello");
        Workspace first = deskInFolder("mina");
        assertSame(first);
        leave(first);
        Workspace second = kept(Workspace.open(
                Desks.settings(cable.address(), "mina", folder.resolve("desks"), clock), new CompletableFuture<>()));
        second.shown().join();
        assertThat(second.draft(bo).reply()).isEmpty();
        assertThat(second.usable()).isDone();
    }

    @Test
    void withoutAFirstPageFilesAreOpenedAtOnce() {
        Workspace desk = kept(Workspace.open(
                Desks.settings(cable.address(), "mina", folder.resolve("desks"), clock), new CompletableFuture<>()));
        assertThat(desk.shown()).succeedsWithin(Duration.ofSeconds(20));
        assertThat(desk.usable()).isDone();
        assertThat(desk.lastRemembered("look.theme")).isEmpty();
    }

    @Test
    void aLongConversationIsReadPageByPageToItsBeginning() {
        ConversationId bo = hub.newCustomer("Bo", "first");
        hub.says(bo, 10_000);
        Workspace desk = desk("mina");
        Desks.online(desk);
        List<Message> all = new ArrayList<>();
        MessagePage page = desk.fetchMessages(bo, Optional.empty(), 200).join();
        assertThat(page.messages()).hasSize(200);
        while (page.older() != MessagePage.Older.NONE) {
            all.addAll(0, page.messages());
            page = desk.fetchMessages(bo, Optional.of(all.getFirst().id()), 200).join();
        }
        all.addAll(0, page.messages());
        assertThat(all)
                .hasSize(10_001)
                .isSortedAccordingTo(Comparator.comparing(Message::id))
                .doesNotHaveDuplicates();
        cable.cut();
        MessagePage offline = desk.messages(bo, Optional.of(all.get(5_000).id()), 100);
        assertThat(offline.messages()).isEqualTo(all.subList(4_900, 5_000));
    }

    @Test
    void aDeskWhoseClockIsWrongShowsTheHubsTime() {
        RunningClock wrong = new RunningClock();
        wrong.pass(Duration.ofHours(1));
        hub.newCustomer("Bo", "hello");
        Workspace desk = kept(Desks.inMemory(cable.address(), "mina", wrong));
        Desks.online(desk);
        assertThat(Duration.between(clock.instant(), desk.now()).abs()).isLessThan(Duration.ofSeconds(2));
        wrong.pass(Duration.ofMinutes(-90));
        desk.wake();
        Desks.await()
                .until(() -> Duration.between(clock.instant(), desk.now()).abs().compareTo(Duration.ofSeconds(2)) < 0);
    }

    @Test
    void messagesFetchedWhileOthersArriveAreAsTheHubHasThem() {
        ConversationId bo = hub.newCustomer("Bo", "hello");
        hub.says(bo, 300);
        Workspace desk = desk("mina");
        Desks.online(desk);
        List<CompletableFuture<MessagePage>> pages = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            hub.says(bo, "late " + i);
            pages.add(desk.fetchMessages(bo, Optional.empty(), 100 + i * 10));
        }
        assertThat(pages).allSatisfy(page -> assertThat(page).succeedsWithin(Duration.ofSeconds(20)));
        assertSame(desk);
    }

    private static void damage(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        for (int i = 0; i < bytes.length; i += 7) {
            bytes[i] ^= 0x55;
        }
        Files.write(file, bytes);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("desks"))) {
            return files.toList();
        }
    }

    private Path file(String name) throws IOException {
        return files().stream()
                .filter(path -> path.getFileName().toString().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
