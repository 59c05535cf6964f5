/** A person who can be signed in to the pretend admin. */
export interface StaffMember {
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly accountOwner: boolean;
}

/** The people of every sample shop: an owner, an operations manager, a store associate. */
export const STAFF: readonly StaffMember[] = [
  {
    id: "94350021001",
    firstName: "Olivia",
    lastName: "Reyes",
    email: "olivia@backroom-outfitters.example",
    accountOwner: true,
  },
  {
    id: "94350021002",
    firstName: "Marcus",
    lastName: "Bell",
    email: "marcus@backroom-outfitters.example",
    accountOwner: false,
  },
  {
    id: "94350021003",
    firstName: "Aisha",
    lastName: "Khan",
    email: "aisha@backroom-outfitters.example",
    accountOwner: false,
  },
];
