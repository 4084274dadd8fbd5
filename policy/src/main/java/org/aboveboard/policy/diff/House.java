package org.aboveboard.policy.diff;

import java.time.Period;
import java.util.List;
import java.util.function.Function;
import org.aboveboard.policy.Asking;
import org.aboveboard.policy.Declared;
import org.aboveboard.policy.Language;
import org.aboveboard.policy.Organisation;
import org.aboveboard.policy.Organisation.Officer;
import org.aboveboard.policy.Purpose;

/// Which way each key goes of who declares the policy, and how people are asked.
record House(Versions versions, List<Change> changes) {

  void compare() {
    organisation();
    asking();
  }

  private void organisation() {
    var pair =
        versions.file(
            Part.ORGANISATION,
            Declared::organisation,
            versions.touching(versions.purposes()),
            changes);
    pair.plain("name", "people know it as", Organisation::name)
        .value(
            "controller.name",
            "the one who decides is",
            o -> o.controller().name(),
            Spelled::quoted,
            Way.other())
        .plain("controller.address", "its address is", o -> o.controller().address())
        .value("controller.country", "it is in", o -> o.controller().country(), c -> c, Way.other())
        .plain("controller.email", "its e-mail is", o -> o.controller().email())
        .members("languages", "it … speaks", House::languages, word -> word, Gain.HELP)
        .order("languages", "it speaks, in order,", House::languages, word -> word, Way.words())
        .text("whatWeShow.one", "one of what it shows is", o -> o.whatWeShow().one())
        .text("whatWeShow.many", "many of what it shows are", o -> o.whatWeShow().many())
        .value(
            "jurisdiction", "the law is that of", Organisation::jurisdiction, c -> c, Way.other())
        .plain("supervisor.name", "people can complain to", o -> o.supervisor().name())
        .plain("supervisor.website", "their website is", o -> o.supervisor().website())
        .members("storedIn", "data is … kept in", Organisation::storedIn, c -> c, Gain.MORE);
    officer(pair, "dataSteward", "data steward", o -> o.officers().dataSteward());
    officer(pair, "modelOwner", "model owner", o -> o.officers().modelOwner());
    officer(pair, "ethicsOfficer", "ethics officer", o -> o.officers().ethicsOfficer());
    officer(pair, "dataProtection", "data protection officer", o -> o.officers().dataProtection());
  }

  private static void officer(
      Pair<Organisation> pair, String key, String who, Function<Organisation, Officer> officer) {
    pair.text(
            "officers." + key + ".title",
            "the " + who + "'s title is",
            officer.andThen(Officer::title))
        .plain(
            "officers." + key + ".email",
            "the " + who + "'s e-mail is",
            officer.andThen(Officer::email));
  }

  private void asking() {
    versions
        .file(
            Part.ASKING,
            Declared::asking,
            versions.touching(versions.purposes(Purpose::isAsked)),
            changes)
        .value(
            "perSession",
            "questions in a visit:",
            Asking::perSession,
            String::valueOf,
            Way.greater())
        .value(
            "againAfter",
            "a no keeps the question away for",
            House::againAfter,
            Spelled::period,
            Way.shorter())
        .value(
            "minorsUnder",
            "nobody is asked alone who is younger than",
            Asking::minorsUnder,
            String::valueOf,
            Way.less())
        .value(
            "sharedDevices",
            "without a name a yes ends with the visit:",
            Asking::sharedDevices,
            Spelled::flag,
            Way.less())
        .value(
            "visitLasts",
            "a yes for a visit holds",
            asking -> asking.visitLasts().normalized(),
            Spelled::period,
            Way.longer());
  }

  private static Period againAfter(Asking asking) {
    return asking.againAfter().normalized();
  }

  private static List<String> languages(Organisation organisation) {
    return organisation.languages().stream().map(Language::code).toList();
  }
}
