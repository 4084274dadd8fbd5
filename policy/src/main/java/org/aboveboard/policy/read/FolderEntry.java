package org.aboveboard.policy.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Something that lies in a policy's folder. It is read only if it is a plain file: what a link
/// leads to is not what a review saw, and a pipe or a device may never end.
///
/// @param name relative to the policy's folder
record FolderEntry(Path path, String name) {
  static final int LARGEST_FILE = 65_536;

  boolean isMissing() {
    return !Files.exists(path, NOFOLLOW_LINKS);
  }

  boolean isFile() {
    return Files.isRegularFile(path, NOFOLLOW_LINKS);
  }

  boolean isFolder() {
    return Files.isDirectory(path, NOFOLLOW_LINKS);
  }

  /// Whether it was refused.
  boolean refuseUnlessFile(Faults faults) {
    if (isFile()) {
      return false;
    }
    if (isFolder()) {
      fault(faults, "A folder does not belong here.", "Put a plain file here, or remove it.");
    } else {
      refuse(faults);
    }
    return true;
  }

  void refuseUnlessFolder(Faults faults) {
    if (isFile()) {
      fault(faults, "This must be a folder.", "Make it one, with a file for each thing in it.");
    } else if (!isFolder()) {
      refuse(faults);
    }
  }

  private void refuse(Faults faults) {
    if (Files.isSymbolicLink(path)) {
      fault(
          faults,
          "A link is not followed.",
          "Put what it leads to here itself, so that what you read is what runs.");
    } else {
      fault(faults, "This is no plain file.", "Remove it: a pipe or a device is never read.");
    }
  }

  Optional<String> text(Faults faults) {
    try (var in = Files.newInputStream(path, NOFOLLOW_LINKS)) {
      var bytes = in.readNBytes(LARGEST_FILE + 1);
      if (bytes.length <= LARGEST_FILE) {
        return Optional.of(UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
      }
      fault(faults, "The file is larger than 64 KiB.", "Split it, or remove what is not policy.");
    } catch (CharacterCodingException _) {
      fault(faults, "The file is not UTF-8 text.", "Save it as UTF-8.");
    } catch (IOException _) {
      fault(faults, "The file cannot be read.", "Check that it is a file the server may read.");
    }
    return Optional.empty();
  }

  private void fault(Faults faults, String what, String cure) {
    faults.add(new Place(name, 1), what, cure);
  }
}
