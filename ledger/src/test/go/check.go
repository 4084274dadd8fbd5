// Checks a log folder with the tiled-log reader of the Go checksum database, which shares no code
// with ours: the checkpoint's signature, then inclusion and consistency proofs made and checked out
// of tiles that are themselves checked against the root.
//
// Run: check FOLDER VKEY RECORDS TREES
package main

import (
	"fmt"
	"math/rand"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const height = 8
const width = 1 << height

func main() {
	folder, vkey := os.Args[1], os.Args[2]
	tree := checkpoint(folder, vkey)
	hashes := tlog.TileHashReader(tree, tiles{folder})
	random := rand.New(rand.NewSource(1))
	records, trees := number(os.Args[3]), number(os.Args[4])
	for i := int64(0); i < records; i++ {
		record(folder, tree, hashes, random.Int63n(tree.N))
	}
	for i := int64(0); i < trees; i++ {
		beginning(tree, hashes, 1+random.Int63n(tree.N))
	}
	fmt.Printf("%d entries, %d records and %d trees verified\n", tree.N, records, trees)
}

// checkpoint opens the signed note. tlog.ParseTree is of no use here: it takes no first line but
// that of the checksum database.
func checkpoint(folder, vkey string) tlog.Tree {
	verifier, err := note.NewVerifier(vkey)
	must(err)
	bytes, err := os.ReadFile(filepath.Join(folder, "checkpoint"))
	must(err)
	opened, err := note.Open(bytes, note.VerifierList(verifier))
	must(err)
	lines := strings.Split(opened.Text, "\n")
	if len(lines) != 4 || lines[0] != verifier.Name() {
		fail("the checkpoint is not three lines of this log")
	}
	root, err := tlog.ParseHash(lines[2])
	must(err)
	return tlog.Tree{N: number(lines[1]), Hash: root}
}

func record(folder string, tree tlog.Tree, hashes tlog.HashReader, index int64) {
	hash := tlog.RecordHash(entry(folder, tree.N, index))
	proof, err := tlog.ProveRecord(tree.N, index, hashes)
	must(err)
	must(tlog.CheckRecord(proof, tree.N, tree.Hash, index, hash))
}

func beginning(tree tlog.Tree, hashes tlog.HashReader, size int64) {
	root, err := tlog.TreeHash(size, hashes)
	must(err)
	proof, err := tlog.ProveTree(tree.N, size, hashes)
	must(err)
	must(tlog.CheckTree(proof, tree.N, tree.Hash, size, root))
}

func entry(folder string, size, index int64) []byte {
	tile := tlog.Tile{H: height, L: -1, N: index / width, W: width}
	if left := size - tile.N*width; left < width {
		tile.W = int(left)
	}
	bundle, err := os.ReadFile(path(folder, tile))
	must(err)
	for i := int64(0); ; i++ {
		length := int(bundle[0])<<8 | int(bundle[1])
		if i == index%width {
			return bundle[2 : 2+length]
		}
		bundle = bundle[2+length:]
	}
}

// tiles reads what the folder keeps.
type tiles struct{ folder string }

func (t tiles) Height() int                              { return height }
func (t tiles) SaveTiles(wanted []tlog.Tile, _ [][]byte) {}

func (t tiles) ReadTiles(wanted []tlog.Tile) ([][]byte, error) {
	var read [][]byte
	for _, tile := range wanted {
		bytes, err := os.ReadFile(path(t.folder, tile))
		if err != nil {
			return nil, err
		}
		read = append(read, bytes)
	}
	return read, nil
}

// path is ours: without the height, and with "entries" for "data".
func path(folder string, tile tlog.Tile) string {
	name := strings.TrimPrefix(tile.Path(), "tile/8/")
	return filepath.Join(folder, "tile", strings.Replace(name, "data/", "entries/", 1))
}

func number(text string) int64 {
	read, err := strconv.ParseInt(text, 10, 64)
	must(err)
	return read
}

func must(err error) {
	if err != nil {
		fail(err.Error())
	}
}

func fail(reason string) {
	fmt.Println("refuted: " + reason)
	os.Exit(1)
}
