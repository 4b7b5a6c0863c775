// SPDX-License-Identifier: Apache-2.0
package baton.console.shell;

import baton.console.Hint;
import baton.console.Icons;
import baton.console.Language;
import baton.console.Seat;
import baton.console.Subscriptions;
import baton.console.Texts;
import baton.console.Themes;
import baton.console.connection.ConnectionModel;
import baton.console.help.PaletteModel;
import javafx.css.PseudoClass;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The narrow column at the left: inbox, help, and the person with theme, language, density and signing out. */
final class Rail extends VBox {
    private static final PseudoClass ALARM = PseudoClass.getPseudoClass("alarm");

    private final Texts texts;
    private final Looks looks;

    /** Where two of its buttons lead: to the list, and out. */
    record Ways(Runnable home, Runnable signOut) {}

    Rail(Seat seat, Looks looks, PaletteModel palette, ConnectionModel connection, Ways ways) {
        this.texts = seat.texts();
        this.looks = looks;
        getStyleClass().add("rail");
        setId("rail");
        Button inbox = button("inbox", Icons.INBOX, ways.home());
        Button books = button(
                "connection", Icons.ONLINE, () -> connection.openProperty().set(true));
        connection.openProperty().subscribe(isOpen -> here(isOpen ? books : inbox, isOpen ? inbox : books));
        connection.alarm().subscribe(isAlarm -> warn(books, isAlarm));
        Subscriptions.whileShowing(this, () -> seat.ticker().nowProperty().subscribe(connection::tick));
        books.setVisible(connection.isForMe());
        books.setManaged(connection.isForMe());
        Region gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        getChildren()
                .setAll(
                        inbox,
                        button(
                                "palette",
                                Icons.SEARCH,
                                () -> palette.openProperty().set(true)),
                        books,
                        gap,
                        button(
                                "keys",
                                Icons.KEYBOARD,
                                () -> palette.sheetProperty().set(true)),
                        account(seat, ways.signOut()));
    }

    /** Not by colour alone: the symbol and its words change too. */
    private void warn(Button button, boolean isAlarm) {
        button.setGraphic((isAlarm ? Icons.WARNING : Icons.ONLINE).icon(Icons.RAIL));
        button.pseudoClassStateChanged(ALARM, isAlarm);
        var words = texts.live(isAlarm ? "rail.connection.alarm" : "rail.connection");
        button.accessibleTextProperty().bind(words);
    }

    private static void here(Button here, Button notHere) {
        notHere.getStyleClass().remove("here");
        here.getStyleClass().add("here");
    }

    private Button button(String id, Icons icon, Runnable act) {
        Button button = new Button("", icon.icon(Icons.RAIL));
        button.setId("rail-" + id);
        button.getStyleClass().addAll("flat", "button-icon");
        button.accessibleTextProperty().bind(texts.live("rail." + id));
        Hint.over(button);
        button.setOnAction(_ -> act.run());
        return button;
    }

    private MenuButton account(Seat seat, Runnable signOut) {
        MenuButton account = new MenuButton("", Icons.ACCOUNT.icon(Icons.RAIL));
        account.setId("rail-account");
        account.getStyleClass().addAll("flat", "button-icon", "no-arrow");
        account.setPopupSide(Side.TOP);
        account.accessibleTextProperty().bind(texts.live("rail.account"));
        Hint.over(account);
        MenuItem who = new MenuItem(seat.workspace().me().value());
        who.setDisable(true);
        CheckMenuItem compact = new CheckMenuItem();
        compact.textProperty().bind(texts.live("look.compact"));
        compact.selectedProperty().bindBidirectional(looks.compactProperty());
        MenuItem out = new MenuItem("", Icons.SIGN_OUT.icon());
        out.setId("sign-out");
        out.textProperty().bind(texts.live("rail.sign-out"));
        out.setOnAction(_ -> signOut.run());
        account.getItems()
                .setAll(who, new SeparatorMenuItem(), themes(), languages(), compact, new SeparatorMenuItem(), out);
        return account;
    }

    private Menu themes() {
        Menu menu = new Menu("", Icons.THEME.icon());
        menu.textProperty().bind(texts.live("look.theme"));
        ToggleGroup group = new ToggleGroup();
        for (Themes.Choice choice : Themes.Choice.values()) {
            RadioMenuItem item = new RadioMenuItem();
            item.textProperty().bind(texts.live("theme." + choice));
            item.setToggleGroup(group);
            item.setOnAction(_ -> looks.themes().choiceProperty().set(choice));
            looks.themes().choiceProperty().subscribe(now -> item.setSelected(now == choice));
            menu.getItems().add(item);
        }
        return menu;
    }

    private Menu languages() {
        Menu menu = new Menu("", Icons.LANGUAGE.icon());
        menu.textProperty().bind(texts.live("look.language"));
        ToggleGroup group = new ToggleGroup();
        for (Language language : Language.values()) {
            RadioMenuItem item = new RadioMenuItem();
            item.textProperty().bind(texts.live("language." + language));
            item.setToggleGroup(group);
            item.setOnAction(_ -> texts.speak(language));
            texts.languageProperty().subscribe(now -> item.setSelected(now == language));
            menu.getItems().add(item);
        }
        return menu;
    }
}
