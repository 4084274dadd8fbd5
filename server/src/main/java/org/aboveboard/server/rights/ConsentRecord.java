package org.aboveboard.server.rights;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.aboveboard.policy.Personal;

/// A consent record with the fields, and under the names, of ISO/IEC TS 27560:2023, and beside them
/// what shows how the choice was made.
///
/// @param schemaVersion the profile it conforms to
/// @param recordId names this record and no other
/// @param piiPrincipalId whose it is, by the outside id
/// @param made what is kept beyond the standard
@Personal
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record ConsentRecord(
    String schemaVersion,
    String recordId,
    String piiPrincipalId,
    List<Processing> piiProcessing,
    List<Party> parties,
    List<Event> events,
    Made made) {

  public ConsentRecord {
    piiProcessing = List.copyOf(piiProcessing);
    parties = List.copyOf(parties);
    events = List.copyOf(events);
  }

  /// What was agreed to.
  @JsonNaming(SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record Processing(
      String privacyNotice,
      String language,
      String purpose,
      List<String> purposeType,
      String lawfulBasis,
      List<Information> piiInformation,
      List<String> piiControllers,
      String collectionMethod,
      String processingMethod,
      List<String> storageLocations,
      String retentionPeriod,
      List<String> processingLocations,
      List<String> geographicRestrictions,
      String service,
      String jurisdiction,
      List<String> recipientThirdParties,
      String withdrawalMethod,
      List<String> privacyRights,
      List<String> codesOfConduct,
      Optional<String> impactAssessment,
      String authorityParty) {}

  /// A kind of data.
  @JsonNaming(SnakeCaseStrategy.class)
  public record Information(
      String piiType,
      String piiAttributeId,
      boolean piiOptional,
      boolean sensitivePiiCategory,
      boolean specialPiiCategory) {}

  /// Somebody who has to do with it.
  @JsonNaming(SnakeCaseStrategy.class)
  public record Party(
      String partyId,
      String partyName,
      String partyAddress,
      String partyContact,
      String partyType,
      String partyRole,
      String partyEmail) {}

  /// What was said, when, by whom, and for how long it holds.
  ///
  /// @param validityDuration as ISO 8601 writes it, or the term of the Data Privacy Vocabulary
  @JsonNaming(SnakeCaseStrategy.class)
  public record Event(
      Instant eventTime,
      String validityDuration,
      String entityId,
      String eventType,
      String eventState) {}

  /// How the choice was made, and what was done because of it.
  ///
  /// @param visit whether a yes ends with the visit
  /// @param until the first instant at which a yes no longer holds
  /// @param about the purpose, a surface or a signal with its kind before it, or `*` for all
  /// @param keep how long at most what was done is kept, where that was chosen
  /// @param supersedes the record of the choice about the same thing that was made before
  /// @param carrier the signal that said no while a yes stood, where that is what is recorded
  /// @param layer of the prompt, 1 or 2, in which it was answered
  /// @param prompt the words that were shown, made again from the version of the policy
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record Made(
      long index,
      String about,
      String decision,
      boolean visit,
      Optional<Instant> until,
      Optional<String> keep,
      Optional<String> carrier,
      Optional<String> supersedes,
      String policyDigest,
      String meaningDigest,
      String promptId,
      String promptDigest,
      Optional<Shown> prompt,
      String surface,
      String order,
      String layer,
      Optional<Instant> servedAt,
      Instant decidedAt,
      String method,
      String origin,
      boolean inSightOfGpc,
      String evidence,
      String receipt,
      List<Done> consequences) {
    /// Where the receipt is: the proof that the choice stands in the ledger.
    static String receipt(long index) {
      return "/v1/receipts/" + index;
    }
  }

  /// The prompt as it was shown, byte for byte what its digest is of.
  public record Shown(@JsonRawValue String words) {}

  /// One thing that was done because of the choice.
  public record Done(String what, long count, Instant at) {}

  @Override
  public String toString() {
    return "ConsentRecord";
  }
}
