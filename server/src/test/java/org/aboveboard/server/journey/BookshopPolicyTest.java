package org.aboveboard.server.journey;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

/// The bookshop's policy on a running server.
@QuarkusTest
@TestProfile(BookshopPolicyTest.Bookshop.class)
final class BookshopPolicyTest extends ThreePoliciesTest {
  /// A server under the bookshop's policy.
  public static final class Bookshop extends Whole {
    public Bookshop() {
      super("bookshop");
    }
  }

  @Test
  void theTasteProfileIsOffForWantOfAnApproval() throws Exception {
    isOffForWantOfAnApproval(purpose("taste-profile"));
  }
}
