// SPDX-License-Identifier: Apache-2.0
package baton.console.signin;

import baton.console.Sentence;
import baton.run.Secret;
import baton.sync.HubAddress;
import baton.sync.LinkState;
import baton.sync.Pass;
import baton.sync.SignInAnswer;
import baton.sync.SilentKeyRing;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Address, name and password, and what came of trying them. Screen's thread only. */
public final class SignInModel {
    /** Asks the hub; waits for it. */
    @FunctionalInterface
    public interface Door {
        SignInAnswer attempt(HubAddress hub, String name, Secret password);
    }

    /**
     * Opens a desk, waiting for its key ring and its disk; what it gives back shows it, on the screen's thread. May throw {@link UncheckedIOException} for
     * want of room, and {@link SilentKeyRing}.
     */
    @FunctionalInterface
    public interface Entry {
        Runnable open();
    }

    /** It worked: where, who, and whether that is to be remembered. */
    public record Welcome(HubAddress hub, Pass pass, boolean remember) {}

    private final Door door;
    private final Executor screen;
    private final Executor background;
    private final Function<Welcome, Entry> welcome;
    private final StringProperty address = new SimpleStringProperty("");
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty password = new SimpleStringProperty("");
    private final BooleanProperty remember = new SimpleBooleanProperty(true);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<Sentence>> trouble = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<String>> certificate = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Entry>> locked = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<String> trusted = Optional.empty();

    public SignInModel(Door door, Executor screen, Executor background, Function<Welcome, Entry> welcome) {
        this.door = door;
        this.screen = screen;
        this.background = background;
        this.welcome = welcome;
        address.subscribe(_ -> distrust());
    }

    public StringProperty addressProperty() {
        return address;
    }

    public StringProperty nameProperty() {
        return name;
    }

    public StringProperty passwordProperty() {
        return password;
    }

    /** Whether the next start goes on without a password. */
    public BooleanProperty rememberProperty() {
        return remember;
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Sentence>> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /** The fingerprint of a certificate that nobody vouches for, to be compared and trusted. */
    public ReadOnlyObjectProperty<Optional<String>> certificateProperty() {
        return certificate.getReadOnlyProperty();
    }

    /** The desk whose key ring was silent, to be opened again. */
    public ReadOnlyObjectProperty<Optional<Entry>> lockedProperty() {
        return locked.getReadOnlyProperty();
    }

    /** Says that this desk's key ring was silent. */
    public void locked(Entry desk) {
        locked.set(Optional.of(desk));
        trouble.set(Optional.of(Sentence.of("signin.key-ring")));
    }

    /** Opens the desk whose key ring was silent, without another password. */
    public void openAgain() {
        locked.get().ifPresent(this::enter);
    }

    /** Tries it; does nothing while a try is under way. */
    public void signIn() {
        if (busy.get()) {
            return;
        }
        if (address.get().isBlank() || name.get().isBlank() || password.get().isBlank()) {
            trouble.set(Optional.of(Sentence.of("signin.incomplete")));
            return;
        }
        try {
            HubAddress typed = HubAddress.of(address.get());
            attempt(trusted.map(typed::pinned).orElse(typed));
        } catch (IllegalArgumentException notAnAddress) {
            boolean isOpen = address.get().strip().startsWith("http:");
            trouble.set(Optional.of(Sentence.of(isOpen ? "signin.needs-https" : "signin.bad-address")));
        }
    }

    /** Trusts the certificate that was shown, and tries again. */
    public void trust() {
        trusted = certificate.get();
        certificate.set(Optional.empty());
        signIn();
    }

    private void attempt(HubAddress hub) {
        begin();
        Secret secret = new Secret(password.get());
        String who = name.get().strip();
        CompletableFuture<Void> _ = CompletableFuture.supplyAsync(() -> door.attempt(hub, who, secret), background)
                .exceptionally(broken ->
                        new SignInAnswer.NotReachable(LinkState.Trouble.NO_ANSWER, String.valueOf(broken.getMessage())))
                .thenAcceptAsync(answer -> answered(hub, answer), screen);
    }

    private void begin() {
        busy.set(true);
        trouble.set(Optional.empty());
        locked.set(Optional.empty());
    }

    private void answered(HubAddress hub, SignInAnswer answer) {
        busy.set(false);
        switch (answer) {
            case SignInAnswer.Welcome in -> enter(welcome.apply(new Welcome(hub, in.pass(), remember.get())));
            case SignInAnswer.Refused _ -> trouble.set(Optional.of(Sentence.of("signin.refused")));
            case SignInAnswer.NotReachable no -> trouble.set(Optional.of(Sentence.of("signin." + no.trouble())));
            case SignInAnswer.Unusable no -> {
                certificate.set(no.certificate());
                trouble.set(Optional.of(Sentence.of("link." + no.why())));
            }
        }
    }

    private void enter(Entry desk) {
        begin();
        CompletableFuture<Void> _ = CompletableFuture.supplyAsync(() -> opened(desk), background)
                .thenAcceptAsync(Runnable::run, screen)
                .whenCompleteAsync((_, _) -> busy.set(false), screen);
    }

    /** What is to be done on the screen then. A desk without room for its files or without its key is said here, where a button tries again. */
    private Runnable opened(Entry desk) {
        try {
            return desk.open();
        } catch (UncheckedIOException full) {
            return () -> trouble.set(Optional.of(Sentence.of("link.DISK")));
        } catch (SilentKeyRing silent) {
            return () -> locked(desk);
        }
    }

    private void distrust() {
        trusted = Optional.empty();
        certificate.set(Optional.empty());
    }
}
